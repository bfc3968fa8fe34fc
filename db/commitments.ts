import { sql } from 'drizzle-orm';
import type { CommitmentSummary, SpanTime } from '../src/domain/commitment-span.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';

/** A span with what lists narrow commitments by. */
export type StoredSpan = {
  readonly begins: SpanTime;
  readonly ends: SpanTime;
  readonly summary: CommitmentSummary;
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
  /** Codes of the provinces of the edition. */
  readonly provinces: readonly string[];
};

/**
 * Ends the spans of an agreement at a time, and forgets those that were to begin then or later.
 * @param only id of the one commitment that is meant; null for all
 */
export async function closeSpans(
  connection: Connection,
  workId: number,
  time: SpanTime,
  only: string | null,
): Promise<void> {
  // Of one commitment by the key; of all by the index of those that are open.
  const own =
    only === null
      ? sql`commitment_spans INDEXED BY commitment_spans_of_work WHERE work_id = ${workId}`
      : sql`commitment_spans WHERE work_id = ${workId} AND commitment = ${only}`;
  connection.run(sql`DELETE FROM ${own} AND ends > ${time} AND begins >= ${time}`);
  const open =
    only === null
      ? sql`commitment_spans INDEXED BY commitment_spans_of_work SET ends = ${time} WHERE work_id = ${workId}`
      : sql`commitment_spans SET ends = ${time} WHERE work_id = ${workId} AND commitment = ${only}`;
  connection.run(sql`UPDATE ${open} AND ends > ${time} AND begins < ${time}`);
  noteSpansMade(connection, workId);
}

export async function hasSpans(connection: Connection, workId: number): Promise<boolean> {
  const [one] = connection.all(sql`SELECT 1 FROM commitment_spans WHERE work_id = ${workId} LIMIT 1`);
  return one !== undefined;
}

/** Lets the transaction become a moment of the register, from which lists show the new spans of an agreement. */
export function noteSpansMade(connection: Connection, workId: number): void {
  connection.run(
    sql`UPDATE register_state SET revision = revision + 1, commitments_made = commitments_made + 1`,
  );
  connection.run(
    sql`INSERT INTO commitment_changes (made, work_id) SELECT commitments_made, ${workId} FROM register_state`,
  );
}

/** Adds spans, all at once: an agreement with much evidence has hundreds. */
export async function insertSpans(connection: Connection, spans: readonly StoredSpan[]): Promise<void> {
  const rows = spans.map(({ summary, provinces, ...rest }) => ({
    ...rest,
    state: summary.state,
    summary: JSON.stringify(summary),
    evidence: summary.evidence.map(({ beYear, pieces }) => `${beYear}:${pieces}`).join(' '),
    provinces: provinces.join(' '),
  }));
  connection.run(
    sql`INSERT INTO commitment_spans (work_id, commitment, begins, ends, edition_id, position, state, domain, be_year,
          due_on, summary, evidence, provinces)
        SELECT value ->> '$.workId', value ->> '$.commitment', value ->> '$.begins', value ->> '$.ends',
          value ->> '$.editionId', value ->> '$.position', value ->> '$.state', value ->> '$.domain',
          value ->> '$.beYear', value ->> '$.dueOn', value ->> '$.summary', value ->> '$.evidence',
          value ->> '$.provinces'
        FROM json_each(${JSON.stringify(rows)})`,
  );
}

/** Public agreements that promise something and of whose commitments no span is kept, after an id, in the order of ids. */
export function listUncounted(
  connection: Connection,
  after: number,
  limit: number,
): readonly (WorkName & { readonly id: number })[] {
  return connection.all<WorkName & { id: number }>(
    sql`SELECT w.id, w.type, w.slug FROM works AS w
        JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
        JOIN editions AS e ON e.id = c.edition_id
        WHERE w.type = 'agreements' AND w.id > ${after} AND json_array_length(e.manifest, '$.commitments') > 0
          AND NOT EXISTS (SELECT 1 FROM commitment_spans AS s WHERE s.work_id = w.id)
        ORDER BY w.id LIMIT ${limit}`,
  );
}

/** Whether all that was there before commitments were listed is counted. */
export const areCommitmentsCounted = (connection: Connection): boolean =>
  connection.all<{ counted: number }>(sql`SELECT commitments_counted AS counted FROM register_state`)[0]
    ?.counted === 1;

export async function noteCommitmentsCounted(connection: Connection): Promise<void> {
  connection.run(sql`UPDATE register_state SET commitments_counted = 1`);
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

/** How the commitments of some works stand at a time: by the id of the work and that of the commitment. */
export async function mapStanding(
  connection: Connection,
  workIds: readonly number[],
  time: SpanTime,
): Promise<ReadonlyMap<number, ReadonlyMap<string, CommitmentSummary>>> {
  const rows = connection.all<{ workId: number; commitment: string; summary: string }>(
    sql`SELECT s.work_id AS workId, s.commitment, s.summary FROM json_each(${JSON.stringify(workIds)}) AS asked
        CROSS JOIN commitment_spans AS s INDEXED BY commitment_spans_of_work ON s.work_id = asked.value
        WHERE s.begins <= ${time} AND s.ends > ${time} ORDER BY s.work_id, s.position`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ workId }) => workId)].map(([workId, group]) => [
      workId,
      new Map(group.map(({ commitment, summary }) => [commitment, JSON.parse(summary) as CommitmentSummary])),
    ]),
  );
}
