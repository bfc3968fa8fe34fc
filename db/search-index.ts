import { eq, type SQL, sql } from 'drizzle-orm';
import type { Manifest } from '../src/domain/edition.ts';
import type { Connection } from './connection.ts';
import { searchRecords } from './schema.ts';

/** An edition as the search tables keep it; how it is cut into tokens is not the database's business. */
export type SearchEntry = {
  readonly editionId: number;
  /** Version of the tokens; entries of another version are to be stored anew. */
  readonly form: number;
  /** JSON of what is filtered, counted and ranked by. */
  readonly facts: string;
  /** The search record, compressed. */
  readonly record: Buffer;
  /** Tokens, parted by spaces, by the number (0 to 7) of the kind of block in which they stand. */
  readonly tokens: ReadonlyMap<number, string>;
};

/** The row of tokens of an edition's kind of block is numbered `edition id × kindsPerEdition + kind`. */
export const kindsPerEdition = 8;

/** Makes an edition findable with the transaction; what was stored of it before is replaced. */
export async function storeSearchEntry(connection: Connection, entry: SearchEntry): Promise<void> {
  const { tokens, ...row } = entry;
  const first = row.editionId * kindsPerEdition;
  await removeSearchEntry(connection, row.editionId);
  for (const [kind, text] of tokens) {
    connection.run(sql`INSERT INTO search_tokens (rowid, tokens) VALUES (${first + kind}, ${text})`);
  }
  connection.insert(searchRecords).values(row).run();
}

/** Makes an edition unfindable with the transaction. */
export async function removeSearchEntry(connection: Connection, editionId: number): Promise<void> {
  const removed = connection.delete(searchRecords).where(eq(searchRecords.editionId, editionId)).run();
  if (removed.changes === 0) return;
  const first = editionId * kindsPerEdition;
  connection.run(
    sql`DELETE FROM search_tokens WHERE rowid BETWEEN ${first} AND ${first + kindsPerEdition - 1}`,
  );
}

/** The numbers of all rows of tokens that match an FTS5 expression. */
export function findTokenRows(connection: Connection, expression: string): readonly number[] {
  const found = connection.get<{ rows: string }>(
    sql`SELECT json_group_array(rowid) AS rows FROM search_tokens WHERE search_tokens MATCH ${expression}`,
  );
  return JSON.parse(found.rows) as number[];
}

/** The compressed search record of an edition; null when it has none. */
export function readSearchRecord(connection: Connection, editionId: number): Buffer | null {
  const row = connection
    .select({ record: searchRecords.record })
    .from(searchRecords)
    .where(eq(searchRecords.editionId, editionId))
    .get();
  return row?.record ?? null;
}

/** What is known of an edition without its text. */
export type CatalogueRow = {
  readonly position: number;
  readonly editionId: number;
  readonly workId: number;
  readonly isCurrent: boolean;
  readonly facts: string;
};

/** The entries stored after a position, in the order of storing. */
export function listCatalogueRows(
  connection: Connection,
  after: number,
  limit: number,
): readonly CatalogueRow[] {
  return connection
    .all<Omit<CatalogueRow, 'isCurrent'> & { readonly isCurrent: number }>(
      sql`SELECT r.position, r.edition_id AS editionId, c.work_id AS workId, c.is_current AS isCurrent, r.facts
          FROM search_records AS r JOIN edition_cards AS c ON c.edition_id = r.edition_id
          WHERE r.position > ${after} ORDER BY r.position LIMIT ${limit}`,
    )
    .map((row) => ({ ...row, isCurrent: row.isCurrent === 1 }));
}

/** Which editions of some works are current. */
export function listCurrentFlags(
  connection: Connection,
  workIds: readonly number[],
): readonly { readonly editionId: number; readonly isCurrent: boolean }[] {
  return connection
    .all<{ editionId: number; isCurrent: number }>(
      sql`SELECT edition_id AS editionId, is_current AS isCurrent FROM edition_cards
          WHERE work_id IN (SELECT value FROM json_each(${JSON.stringify(workIds)}))`,
    )
    .map((row) => ({ ...row, isCurrent: row.isCurrent === 1 }));
}

/** An edition that is not searchable yet, or was made so by another version. */
export type UnsearchableEdition = {
  readonly id: number;
  readonly isCurrent: boolean;
  readonly manifest: Manifest;
};

/** Editions after an id that have no entry of this form, in the order of their ids. */
export function listUnsearchable(
  connection: Connection,
  form: number,
  after: number,
  limit: number,
): readonly UnsearchableEdition[] {
  return connection
    .all<{ id: number; isCurrent: number; manifest: string }>(
      sql`SELECT e.id, c.is_current AS isCurrent, e.manifest ${unsearchable(form)} AND e.id > ${after}
          ORDER BY e.id LIMIT ${limit}`,
    )
    .map((row) => ({
      id: row.id,
      isCurrent: row.isCurrent === 1,
      manifest: JSON.parse(row.manifest) as Manifest,
    }));
}

/** How many editions have no entry of this form. */
export function countUnsearchable(connection: Connection, form: number): number {
  return connection.get<{ total: number }>(sql`SELECT count(*) AS total ${unsearchable(form)}`).total;
}

const unsearchable = (
  form: number,
): SQL => sql`FROM editions AS e JOIN edition_cards AS c ON c.edition_id = e.id
  WHERE NOT EXISTS (SELECT 1 FROM search_records AS r WHERE r.edition_id = e.id AND r.form = ${form})`;
