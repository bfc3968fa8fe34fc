import { sql } from 'drizzle-orm';
import type { WorkEvent } from '../src/domain/timeline.ts';
import type { WorkName, WorkType } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';

export type SearchRow = {
  readonly editionId: number;
  readonly isCurrent: boolean;
  readonly record: Buffer | null;
};

/** The newest change for searches: the position up to which a search index has read. 0 when there is none. */
export function lastSearchChange(connection: Connection): number {
  return (
    connection.get<{ last: number | null }>(sql`SELECT max(position) AS last FROM search_changes`).last ?? 0
  );
}

/** Works that got an edition, or were withdrawn, after a position. */
export async function listWorksChangedSince(
  connection: Connection,
  position: number,
): Promise<readonly WorkName[]> {
  return connection.all<{ type: WorkType; slug: string }>(
    sql`SELECT DISTINCT w.type, w.slug FROM search_changes AS s JOIN works AS w ON w.id = s.work_id
        WHERE s.position > ${position}`,
  );
}

/** The ids of works that have editions, in the order of their opening. */
export async function listPublishedWorkIds(connection: Connection): Promise<readonly number[]> {
  return connection
    .all<{ id: number }>(sql`SELECT DISTINCT work_id AS id FROM editions ORDER BY work_id`)
    .map((row) => row.id);
}

/** The search records of all editions of one work, first to last, compressed; null where one was not stored yet. */
export async function listSearchRows(connection: Connection, workId: number): Promise<readonly SearchRow[]> {
  const rows = connection.all<{ id: number; isCurrent: number; record: Buffer | null }>(
    sql`SELECT c.edition_id AS id, c.is_current AS isCurrent, r.record FROM edition_cards AS c
        LEFT JOIN search_records AS r ON r.edition_id = c.edition_id
        WHERE c.work_id = ${workId} ORDER BY c.number`,
  );
  return rows.map(({ id, isCurrent, record }) => ({ editionId: id, isCurrent: isCurrent === 1, record }));
}

/** That a work was withdrawn, or will be, or that a withdrawal was taken back; the id of the event only grows. */
export type Withdrawal = WorkName & {
  readonly workId: number;
  readonly eventId: number;
  readonly event: WorkEvent;
};

/**
 * Every recorded withdrawal and taking back, in the order of recording, also those of a day that is still to come.
 * @param upTo the last event that counts, by its id
 */
export function listWithdrawals(
  connection: Connection,
  upTo: number = Number.MAX_SAFE_INTEGER,
): readonly Withdrawal[] {
  return connection
    .all<Omit<Withdrawal, 'event'> & { event: string }>(
      sql`SELECT v.work_id AS workId, v.id AS eventId, w.type, w.slug, v.event FROM events AS v JOIN works AS w ON w.id = v.work_id
          WHERE v.kind IN ('withdrawn', 'reinstated') AND v.id <= ${upTo} ORDER BY v.work_id, v.id`,
    )
    .map((row) => ({ ...row, event: JSON.parse(row.event) as WorkEvent }));
}

/** An edition whose text is not public any more. Its id is null where the register never held the text. */
export type TakenOutEdition = WorkName & { readonly number: number; readonly editionId: number | null };

/** Every edition that was published in error. */
export function listTakenOut(connection: Connection): readonly TakenOutEdition[] {
  return connection.all<TakenOutEdition>(
    sql`SELECT w.type, w.slug, json_extract(v.event, '$.edition') AS number, e.id AS editionId
        FROM events AS v JOIN works AS w ON w.id = v.work_id
        LEFT JOIN editions AS e ON e.work_id = v.work_id AND e.number = json_extract(v.event, '$.edition')
        WHERE v.kind = 'published_in_error' ORDER BY v.work_id`,
  );
}
