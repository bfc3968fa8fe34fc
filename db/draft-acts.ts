import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { DraftAct } from '../src/domain/review.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { draftActs, users } from './schema.ts';

/** Version with which the draft that is open now began; what stands below it belongs to earlier drafts. */
export const firstVersionOf = (workId: number) =>
  sql`coalesce((SELECT max(version) FROM draft_revisions WHERE work_id = ${workId} AND kind = 'opened'), 0)`;

/** What was done with the draft that is open now, in the order in which it was done. */
export async function listDraftActs(connection: Connection, workId: number): Promise<readonly DraftAct[]> {
  return connection
    .select({
      kind: draftActs.kind,
      version: draftActs.version,
      note: draftActs.note,
      publishAt: draftActs.publishAt,
      userId: draftActs.userId,
      userName: users.displayName,
      at: draftActs.at,
    })
    .from(draftActs)
    .innerJoin(users, eq(users.id, draftActs.userId))
    .where(and(eq(draftActs.workId, workId), gte(draftActs.version, firstVersionOf(workId))))
    .orderBy(asc(draftActs.id))
    .all();
}

export async function insertDraftAct(
  connection: Connection,
  workId: number,
  act: Omit<DraftAct, 'userName'>,
): Promise<void> {
  connection
    .insert(draftActs)
    .values({ workId, ...act })
    .run();
}

/** A draft that was scheduled at the version it still has. Whether the schedule still holds is told by all its acts. */
export type ScheduledDraft = WorkName & {
  readonly workId: number;
  readonly version: number;
  readonly publishAt: string;
  readonly userId: number;
};

/** Drafts of which the last deed is a schedule for `until` or earlier, at the version they have now. */
export async function listScheduledDrafts(
  connection: Connection,
  until: string,
): Promise<readonly ScheduledDraft[]> {
  return connection.all<ScheduledDraft>(
    sql`SELECT w.type, w.slug, d.work_id AS workId, d.version, a.publish_at AS publishAt, a.user_id AS userId
        FROM drafts AS d JOIN works AS w ON w.id = d.work_id
        JOIN draft_acts AS a ON a.id = (SELECT max(id) FROM draft_acts WHERE work_id = d.work_id)
        WHERE a.kind = 'scheduled' AND a.version = d.version AND a.publish_at <= ${until}
        ORDER BY a.publish_at, a.id`,
  );
}

/**
 * Works whose open draft somebody did something with or remarked on, the latest change first.
 * @param stewards slugs of organisations; null means every work
 */
export async function listReviewedDrafts(
  connection: Connection,
  stewards: readonly string[] | null,
  limit: number,
): Promise<readonly WorkName[]> {
  const own =
    stewards === null
      ? sql``
      : sql` AND o.slug IN (SELECT value FROM json_each(${JSON.stringify(stewards)}))`;
  return connection.all<WorkName>(
    sql`SELECT w.type, w.slug FROM drafts AS d JOIN works AS w ON w.id = d.work_id
        LEFT JOIN organisations AS o ON o.id = w.steward_id
        WHERE (EXISTS (SELECT 1 FROM draft_acts AS a WHERE a.work_id = d.work_id)
          OR EXISTS (SELECT 1 FROM remarks AS r WHERE r.work_id = d.work_id))${own}
        ORDER BY d.edited_at DESC LIMIT ${limit}`,
  );
}
