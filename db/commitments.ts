import { and, eq, gt, gte, lt, sql } from 'drizzle-orm';
import type { CommitmentSpan } from '../src/domain/commitment-span.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { commitmentSpans } from './schema.ts';

/** A span with what lists narrow commitments by. */
export type StoredSpan = CommitmentSpan & {
  readonly workId: number;
  readonly editionId: number;
  /** Id of the commitment, and where it stands in its edition. */
  readonly commitment: string;
  readonly position: number;
  readonly domain: string | null;
  /** Buddhist-era year of the adoption; null when not stated. */
  readonly beYear: number | null;
  /** As exact as it is stated. */
  readonly dueOn: string | null;
};

/** Ends the spans of an agreement the day before, and forgets those that begin on this day or later. */
export async function closeSpans(connection: Connection, workId: number, day: string): Promise<void> {
  const { fromDay, untilDay } = commitmentSpans;
  const own = eq(commitmentSpans.workId, workId);
  connection
    .delete(commitmentSpans)
    .where(and(own, gte(fromDay, day)))
    .run();
  connection
    .update(commitmentSpans)
    .set({ untilDay: day })
    .where(and(own, lt(fromDay, day), gt(untilDay, day)))
    .run();
}

export async function removeSpans(connection: Connection, workId: number): Promise<void> {
  connection.delete(commitmentSpans).where(eq(commitmentSpans.workId, workId)).run();
}

export async function insertSpan(connection: Connection, span: StoredSpan): Promise<void> {
  const { from, until, summary, ...rest } = span;
  connection
    .insert(commitmentSpans)
    .values({
      ...rest,
      fromDay: from,
      untilDay: until,
      state: summary.state,
      summary: JSON.stringify(summary),
    })
    .run();
}

/** Agreements in which an organisation is or was a party, by an edition or by what it handed in. */
export async function listAgreementsNaming(
  connection: Connection,
  organisationSlug: string,
): Promise<readonly (WorkName & { readonly id: number })[]> {
  return connection.all<WorkName & { id: number }>(
    sql`SELECT w.id, w.type, w.slug FROM works AS w WHERE w.type = 'agreements' AND w.id IN (
          SELECT e.work_id FROM organisations AS o JOIN edition_parties AS p ON p.organisation_id = o.id
            JOIN editions AS e ON e.id = p.edition_id WHERE o.slug = ${organisationSlug}
          UNION SELECT s.work_id FROM organisations AS o JOIN submissions AS s ON s.organisation_id = o.id
            WHERE o.slug = ${organisationSlug})
        ORDER BY w.slug`,
  );
}
