import { sql } from 'drizzle-orm';
import type { Manifest } from '../src/domain/edition.ts';
import type { WorkName, WorkType } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';

export type SearchRow = {
  readonly editionId: number;
  readonly isCurrent: boolean;
  readonly manifest: Manifest;
};

/** The id of the newest edition: the position up to which a search index has read. 0 when there is none. */
export async function lastEditionId(connection: Connection): Promise<number> {
  const rows = connection.all<{ last: number | null }>(sql`SELECT max(id) AS last FROM editions`);
  return rows[0]?.last ?? 0;
}

/** Works that got an edition after a position. */
export async function listWorksChangedSince(
  connection: Connection,
  position: number,
): Promise<readonly WorkName[]> {
  return connection.all<{ type: WorkType; slug: string }>(
    sql`SELECT DISTINCT w.type, w.slug FROM editions AS e JOIN works AS w ON w.id = e.work_id
        WHERE e.id > ${position}`,
  );
}

/** The ids of works that have editions, in the order of their opening. */
export async function listPublishedWorkIds(connection: Connection): Promise<readonly number[]> {
  return connection
    .all<{ id: number }>(sql`SELECT DISTINCT work_id AS id FROM editions ORDER BY work_id`)
    .map((row) => row.id);
}

/** All editions of one work, first to last, as search needs them. */
export async function listSearchRows(connection: Connection, workId: number): Promise<readonly SearchRow[]> {
  const rows = connection.all<{ id: number; is_current: number; manifest: string }>(
    sql`SELECT e.id, c.is_current, e.manifest FROM editions AS e JOIN edition_cards AS c ON c.edition_id = e.id
        WHERE e.work_id = ${workId} ORDER BY e.number`,
  );
  return rows.map((row) => ({
    editionId: row.id,
    isCurrent: row.is_current === 1,
    manifest: JSON.parse(row.manifest) as Manifest,
  }));
}
