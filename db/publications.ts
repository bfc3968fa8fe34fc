import { sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { publications } from './schema.ts';

/** From which version of which draft an edition came, and through whom. */
export type Publication = {
  readonly workId: number;
  readonly draftVersion: number;
  readonly publishedBy: number;
  readonly approvedBy: number | null;
};

/** Notes from which draft the edition came. The database refuses a second edition from the same version. */
export async function insertPublication(
  connection: Connection,
  publication: Publication & { readonly number: number },
): Promise<void> {
  const { number, ...row } = publication;
  const editionId = sql<number>`(SELECT id FROM editions WHERE work_id = ${row.workId} AND number = ${number})`;
  connection
    .insert(publications)
    .values({ editionId, ...row })
    .run();
}

/** The edition that came from a version of a draft; null when it was not published. */
export async function findPublication(
  connection: Connection,
  workId: number,
  draftVersion: number,
): Promise<{ readonly number: number; readonly sha256: string } | null> {
  const rows = connection.all<{ number: number; sha256: string }>(
    sql`SELECT e.number, e.sha256 FROM publications AS p JOIN editions AS e ON e.id = p.edition_id
        WHERE p.work_id = ${workId} AND p.draft_version = ${draftVersion}`,
  );
  return rows[0] ?? null;
}
