import { sql } from 'drizzle-orm';
import type { Instant } from '../src/domain/iso-date.ts';
import type { Provision } from '../src/domain/provision.ts';
import type { WordingLists } from '../src/domain/similarity/candidates.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { everything, type Known, wasCurrent } from './known.ts';

/** A wording that is to be stored or looked for, see `src/domain/similarity/wording.ts`. */
export type SketchedWording = { readonly fingerprint: number; readonly sketch: readonly number[] };

/** Ids of the wordings that are stored, by fingerprint. */
export function findWordingIds(
  connection: Connection,
  fingerprints: readonly number[],
): ReadonlyMap<number, number> {
  const rows = connection.all<{ id: number; fingerprint: number }>(
    sql`SELECT w.id, w.fingerprint FROM json_each(${JSON.stringify(fingerprints)}) AS asked
        CROSS JOIN wordings AS w ON w.fingerprint = asked.value`,
  );
  return new Map(rows.map(({ id, fingerprint }) => [fingerprint, id]));
}

/** Adds wordings that are not stored yet. @returns all of their ids by fingerprint */
export function insertWordings(
  connection: Connection,
  fingerprints: readonly number[],
): ReadonlyMap<number, number> {
  connection.run(
    sql`INSERT INTO wordings (fingerprint) SELECT value FROM json_each(${JSON.stringify(fingerprints)})`,
  );
  return findWordingIds(connection, fingerprints);
}

/** Lets shingles lead to wordings too, as pairs of shingle and id. */
export function insertShingles(
  connection: Connection,
  pairs: readonly (readonly [shingle: number, wordingId: number])[],
): void {
  connection.run(
    sql`INSERT INTO wording_shingles (shingle, wording_ids)
        SELECT value ->> 0, group_concat(value ->> 1, ',' ORDER BY value ->> 1)
        FROM json_each(${JSON.stringify(pairs)}) GROUP BY 1 ORDER BY 1
        ON CONFLICT (shingle) DO UPDATE SET wording_ids = wording_ids || ',' || excluded.wording_ids`,
  );
}

/** Notes which wordings the provisions of an edition have, and that this is now known in a form. */
export function insertProvisionWordings(
  connection: Connection,
  { editionId, form }: { readonly editionId: number; readonly form: number },
  provisions: readonly { readonly position: number; readonly wordingId: number }[],
): void {
  const rows = JSON.stringify(provisions.map(({ wordingId, position }) => [wordingId, position]));
  connection.run(
    sql`INSERT INTO provision_wordings (wording_id, edition_id, position)
        SELECT value ->> 0, ${editionId}, value ->> 1 FROM json_each(${rows}) ORDER BY 1, 3`,
  );
  connection.run(sql`INSERT INTO edition_wordings (edition_id, form) VALUES (${editionId}, ${form})`);
}

/** Takes the wordings of an edition away, and those that no other edition has with all that leads to them. */
export function removeEditionWordings(
  connection: Connection,
  editionId: number,
  wordings: readonly SketchedWording[],
): void {
  connection.run(sql`DELETE FROM provision_wordings WHERE edition_id = ${editionId}`);
  connection.run(sql`DELETE FROM edition_wordings WHERE edition_id = ${editionId}`);
  const ids = findWordingIds(
    connection,
    wordings.map(({ fingerprint }) => fingerprint),
  );
  for (const { fingerprint, sketch } of wordings) {
    const id = ids.get(fingerprint);
    const isKept =
      id === undefined ||
      connection.all(sql`SELECT 1 FROM provision_wordings WHERE wording_id = ${id} LIMIT 1`).length > 0;
    if (isKept) continue;
    const shingles = JSON.stringify(sketch);
    connection.run(
      sql`UPDATE wording_shingles
          SET wording_ids = trim(replace(',' || wording_ids || ',', ${`,${id},`}, ','), ',')
          WHERE shingle IN (SELECT value FROM json_each(${shingles}))`,
    );
    connection.run(
      sql`DELETE FROM wording_shingles
          WHERE wording_ids = '' AND shingle IN (SELECT value FROM json_each(${shingles}))`,
    );
    connection.run(sql`DELETE FROM wordings WHERE id = ${id}`);
  }
}

/** Whether anything is stored in another form than this. */
export const hasOtherForm = (connection: Connection, form: number): boolean =>
  connection.all(sql`SELECT 1 FROM edition_wordings WHERE form <> ${form} LIMIT 1`).length > 0;

/** Empties the tables of wordings. */
export function clearWordings(connection: Connection): void {
  for (const table of ['edition_wordings', 'provision_wordings', 'wording_shingles', 'wordings']) {
    connection.run(sql.raw(`DELETE FROM ${table}`));
  }
}

/** Public editions after an id whose wordings are not stored, in the order of their ids. */
export function listUnworded(connection: Connection, after: number, limit: number): readonly number[] {
  return connection
    .all<{ id: number }>(sql`SELECT c.edition_id AS id ${unworded} AND c.edition_id > ${after}
                             ORDER BY c.edition_id LIMIT ${limit}`)
    .map(({ id }) => id);
}

/** How many public editions have no wordings stored. */
export const countUnworded = (connection: Connection): number =>
  connection.get<{ total: number }>(sql`SELECT count(*) AS total ${unworded}`).total;

const unworded = sql`FROM edition_cards AS c
  WHERE NOT EXISTS (SELECT 1 FROM edition_wordings AS w WHERE w.edition_id = c.edition_id)`;

/**
 * The ids of the wordings to which some shingles lead, by shingle, in the order of their storing; only those that an
 * edition had by then.
 */
export function listWordingsByShingle(
  connection: Connection,
  shingles: readonly number[],
  known: Known = everything,
): WordingLists {
  const rows = connection.all<{ shingle: number; ids: string }>(
    sql`SELECT s.shingle, s.wording_ids AS ids FROM json_each(${JSON.stringify(shingles)}) AS asked
        CROSS JOIN wording_shingles AS s ON s.shingle = asked.value`,
  );
  const lists = rows.map(({ shingle, ids }) => [shingle, JSON.parse(`[${ids}]`) as number[]] as const);
  const later = connection.all(sql`SELECT 1 FROM editions WHERE id > ${known.lastEdition} LIMIT 1`);
  if (later.length === 0) return new Map(lists);
  const had = wordingsHad(connection, [...new Set(lists.flatMap(([, ids]) => ids))], known);
  return new Map(lists.map(([shingle, ids]) => [shingle, ids.filter((id) => had.has(id))]));
}

function wordingsHad(
  connection: Connection,
  wordingIds: readonly number[],
  { lastEdition }: Known,
): ReadonlySet<number> {
  const rows = connection.all<{ id: number }>(
    sql`SELECT asked.value AS id FROM json_each(${JSON.stringify(wordingIds)}) AS asked
        WHERE EXISTS (SELECT 1 FROM provision_wordings AS h
          WHERE h.wording_id = asked.value AND h.edition_id <= ${lastEdition})`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The text of each wording, as the first edition has it that readers may read; others are left out. */
export function listWordingTexts(
  connection: Connection,
  wordingIds: readonly number[],
): ReadonlyMap<number, Pick<Provision, 'text' | 'heading'>> {
  const rows = connection.all<{ id: number; text: string; heading: string | null }>(
    sql`SELECT first.id, p.text, p.heading FROM (
          SELECT asked.value AS id,
            (SELECT h.edition_id * 1048576 + h.position FROM provision_wordings AS h
             CROSS JOIN edition_cards AS c ON c.edition_id = h.edition_id
             WHERE h.wording_id = asked.value ORDER BY h.edition_id, h.position LIMIT 1) AS place
          FROM json_each(${JSON.stringify(wordingIds)}) AS asked) AS first
        CROSS JOIN edition_provisions AS p
          ON p.edition_id = first.place >> 20 AND p.position = first.place & 1048575`,
  );
  return new Map(rows.map(({ id, text, heading }) => [id, { text, heading }]));
}

/** A provision that readers may read, found by its wording: where it stands and since when. */
export type WordingHolder = {
  readonly wordingId: number;
  readonly workId: number;
  readonly editionId: number;
  readonly number: number;
  readonly isCurrent: boolean;
  /** That of `edition_provisions`. */
  readonly position: number;
  /** When the adoption began, as exact as it is stated; null when it is not. */
  readonly adoptedOn: string | null;
  readonly publishedAt: Instant;
};

/**
 * The provisions that have some wordings: for each wording the earliest, at most so many, earliest first. Their words
 * are read apart (`listHeldParts`), because only a few of them are shown.
 * @param hiddenWorkIds works that are left out
 */
export function listWordingHolders(
  connection: Connection,
  wordingIds: readonly number[],
  hiddenWorkIds: readonly number[],
  limit: number,
  known: Known = everything,
): readonly WordingHolder[] {
  return connection
    .all<Omit<WordingHolder, 'isCurrent'> & { isCurrent: number }>(
      sql`SELECT h.wordingId, c.work_id AS workId, c.edition_id AS editionId, c.number, ${wasCurrent(sql`c`, known)} AS isCurrent,
            h.position, c.adopted_on AS adoptedOn, e.published_at AS publishedAt
          FROM (
            SELECT h.wording_id AS wordingId, h.edition_id, h.position,
              row_number() OVER (
                PARTITION BY h.wording_id
                ORDER BY coalesce(c.adopted_on, (SELECT e.published_at FROM editions AS e WHERE e.id = h.edition_id)),
                  h.edition_id, h.position) AS place
            FROM json_each(${JSON.stringify(wordingIds)}) AS asked
            CROSS JOIN provision_wordings AS h ON h.wording_id = asked.value AND h.edition_id <= ${known.lastEdition}
            CROSS JOIN edition_cards AS c ON c.edition_id = h.edition_id
            WHERE c.work_id NOT IN (SELECT value FROM json_each(${JSON.stringify(hiddenWorkIds)}))) AS h
          CROSS JOIN edition_cards AS c ON c.edition_id = h.edition_id
          CROSS JOIN editions AS e INDEXED BY editions_entries ON e.work_id = c.work_id AND e.number = c.number
          WHERE h.place <= ${limit}
          ORDER BY coalesce(c.adopted_on, e.published_at), c.edition_id, h.position`,
    )
    .map((row) => ({ ...row, isCurrent: row.isCurrent === 1 }));
}

/** What stands where a holder points, and in which work. */
export type HeldPart = WorkName &
  Pick<WordingHolder, 'editionId' | 'position'> &
  Pick<Provision, 'eid' | 'label' | 'heading' | 'text'> & { readonly title: string };

/** What some holders point at. */
export const listHeldParts = (
  connection: Connection,
  holders: readonly Pick<WordingHolder, 'editionId' | 'position'>[],
): readonly HeldPart[] =>
  connection.all<HeldPart>(
    sql`SELECT p.edition_id AS editionId, p.position, c.type, w.slug, c.title, p.eid, p.label, p.heading, p.text
        FROM json_each(${JSON.stringify(holders.map(({ editionId, position }) => [editionId, position]))}) AS asked
        CROSS JOIN edition_cards AS c ON c.edition_id = asked.value ->> 0
        CROSS JOIN works AS w ON w.id = c.work_id
        CROSS JOIN edition_provisions AS p ON p.edition_id = c.edition_id AND p.position = asked.value ->> 1`,
  );

/** How many works have a provision of one of some wordings. */
export const countWordingWorks = (
  connection: Connection,
  wordingIds: readonly number[],
  hiddenWorkIds: readonly number[],
  known: Known = everything,
): number =>
  connection.get<{ total: number }>(
    sql`SELECT count(DISTINCT c.work_id) AS total FROM json_each(${JSON.stringify(wordingIds)}) AS asked
        CROSS JOIN provision_wordings AS h ON h.wording_id = asked.value AND h.edition_id <= ${known.lastEdition}
        CROSS JOIN edition_cards AS c ON c.edition_id = h.edition_id
        WHERE c.work_id NOT IN (SELECT value FROM json_each(${JSON.stringify(hiddenWorkIds)}))`,
  ).total;
