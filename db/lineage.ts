import { type SQL, sql } from 'drizzle-orm';
import { type Provenance, provenances, type Relation } from '../src/domain/edition.ts';
import { lineageKinds, modelKinds } from '../src/domain/lineage.ts';
import { keyOfWork, type WorkName, workNamed } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { everything, type Known, wasCurrent } from './known.ts';

/** A published edition by the name of its work. */
export type NamedEdition = WorkName & {
  readonly id: number;
  readonly workId: number;
  readonly number: number;
  readonly title: string;
  readonly provenance: Provenance;
  readonly isCurrent: boolean;
};

/** One tie between a text and where it was taken from; an eid is null for the whole text. */
export type LineageTie = {
  readonly kind: Relation['kind'];
  readonly note: string | null;
  readonly ownEid: string | null;
  readonly targetEid: string | null;
  /** The edition that was read; null when the note does not name one. */
  readonly targetEdition: number | null;
};

/** A provision under the eid that it has in one edition; an edition of null is any that a relation does not name. */
export type EditionEid = { readonly edition: number | null; readonly eid: string | null };

/** Ties by which words came into another text, or all the others. */
export type TieKinds = 'lineage' | 'other';

const anyOf = (kinds: readonly string[]): SQL =>
  sql`(${sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  )})`;
const kinds = anyOf(lineageKinds);
const isOf = (which: TieKinds): SQL => (which === 'lineage' ? sql`IN ${kinds}` : sql`NOT IN ${kinds}`);

const namedColumns = (
  known: Known,
): SQL => sql`c.edition_id AS id, c.work_id AS workId, w.type, w.slug, c.number,
  c.title, c.provenance_rank AS provenanceRank, ${wasCurrent(sql`c`, known)} AS isCurrent`;

type NamedRow = Omit<NamedEdition, 'isCurrent' | 'provenance'> & {
  readonly isCurrent: number;
  readonly provenanceRank: number;
};

const fromRow = ({ id, workId, type, slug, number, title, ...row }: NamedRow): NamedEdition => ({
  ...{ id, workId, type, slug, number, title },
  provenance: provenances[row.provenanceRank] ?? 'documented',
  isCurrent: row.isCurrent === 1,
});

/** What one edition says that it was taken from, in its order; the targets as they are written. */
export async function listTaken(
  connection: Connection,
  editionId: number,
  which: TieKinds = 'lineage',
): Promise<readonly (LineageTie & { readonly target: WorkName })[]> {
  const rows = connection.all<LineageTie & { target: string }>(
    sql`SELECT kind, note, own_eid AS ownEid, target_eid AS targetEid, target_edition AS targetEdition, target
        FROM edition_relations WHERE edition_id = ${editionId} AND kind ${isOf(which)} ORDER BY position`,
  );
  return rows.flatMap(({ target, ...tie }) => {
    const name = workNamed(target);
    return name === null ? [] : [{ ...tie, target: name }];
  });
}

/** The rows `r` of current editions that point at a work under any of these eids. */
const pointingAt = (target: WorkName, at: readonly EditionEid[], which: TieKinds, known: Known): SQL =>
  sql`FROM json_each(${JSON.stringify(at.map(({ edition, eid }) => [edition, eid]))}) AS asked
      CROSS JOIN edition_relations AS r INDEXED BY edition_relations_by_provision
        ON r.target = ${keyOfWork(target)} AND r.target_edition IS asked.value ->> 0
        AND r.target_eid IS asked.value ->> 1 AND r.kind ${isOf(which)}
      CROSS JOIN edition_cards AS n INDEXED BY edition_cards_currents
        ON n.edition_id = r.edition_id AND ${wasCurrent(sql`n`, known)}`;

/** Which part of the current editions that took something over is asked for, and by which ties. */
type TakersPart = { readonly limit: number; readonly offset: number; readonly which?: TieKinds };

/** The current editions that took a provision (or a whole text) over, in the order in which they were published. */
export async function listTakers(
  connection: Connection,
  target: WorkName,
  at: readonly EditionEid[],
  { limit, offset, which = 'lineage' }: TakersPart,
  known: Known,
): Promise<readonly (LineageTie & { readonly by: NamedEdition })[]> {
  const rows = connection.all<LineageTie & NamedRow>(
    sql`SELECT t.*, ${namedColumns(known)} FROM (
          SELECT r.edition_id, r.position, r.kind, r.note, r.own_eid AS ownEid, r.target_eid AS targetEid,
            r.target_edition AS targetEdition
          ${pointingAt(target, at, which, known)} ORDER BY r.edition_id, r.position LIMIT ${limit} OFFSET ${offset}
        ) AS t
        CROSS JOIN edition_cards AS c ON c.edition_id = t.edition_id
        CROSS JOIN works AS w ON w.id = c.work_id ORDER BY t.edition_id, t.position`,
  );
  return rows.map(({ kind, note, ownEid, targetEid, targetEdition, ...by }) => ({
    ...{ kind, note, ownEid, targetEid, targetEdition },
    by: fromRow(by),
  }));
}

/** How many there are in all. */
export async function countTakers(
  connection: Connection,
  target: WorkName,
  at: readonly EditionEid[],
  known: Known,
): Promise<number> {
  const [row] = connection.all<{ total: number }>(
    sql`SELECT count(*) AS total ${pointingAt(target, at, 'lineage', known)}`,
  );
  return row?.total ?? 0;
}

/**
 * How many current editions took each provision of a work over, by eid as the newest of the asked says; counted no
 * further than `most`. Eids that nobody took are left out.
 */
export async function countTakersOf(
  connection: Connection,
  target: WorkName,
  at: readonly (EditionEid & { readonly under: string })[],
  most: number,
): Promise<ReadonlyMap<string, number>> {
  const asked = JSON.stringify(at.map(({ under, edition, eid }) => [under, edition, eid]));
  const rows = connection.all<{ under: string; total: number }>(
    sql`SELECT asked.value ->> 0 AS under, sum((SELECT count(*) FROM (
          SELECT 1 FROM edition_relations AS r INDEXED BY edition_relations_by_provision
          CROSS JOIN edition_cards AS n INDEXED BY edition_cards_currents
            ON n.edition_id = r.edition_id AND ${wasCurrent(sql`n`, everything)}
          WHERE r.target = ${keyOfWork(target)} AND r.target_edition IS asked.value ->> 1
            AND r.target_eid IS asked.value ->> 2 AND r.kind ${isOf('lineage')} LIMIT ${most}))) AS total
        FROM json_each(${asked}) AS asked GROUP BY 1`,
  );
  return new Map(rows.flatMap(({ under, total }) => (total > 0 ? [[under, Math.min(total, most)]] : [])));
}

/** Those of these editions of a work that any relation names. */
export async function listNamedEditions(
  connection: Connection,
  target: WorkName,
  numbers: readonly number[],
): Promise<readonly number[]> {
  const rows = connection.all<{ number: number }>(
    sql`SELECT asked.value AS number FROM json_each(${JSON.stringify(numbers)}) AS asked
        WHERE EXISTS (SELECT 1 FROM edition_relations AS r INDEXED BY edition_relations_by_provision
          WHERE r.target = ${keyOfWork(target)} AND r.target_edition = asked.value)`,
  );
  return rows.map(({ number }) => number);
}

/** One edition of a work that readers may read; null asks for the current one. */
export async function findNamedEdition(
  connection: Connection,
  name: WorkName,
  number: number | null,
  known: Known,
): Promise<NamedEdition | null> {
  const which =
    number === null
      ? wasCurrent(sql`c`, known)
      : sql`c.number = ${number} AND c.edition_id <= ${known.lastEdition}`;
  const row = connection.get<NamedRow | undefined>(
    sql`SELECT ${namedColumns(known)} FROM works AS w CROSS JOIN edition_cards AS c ON c.work_id = w.id AND ${which}
        WHERE w.type = ${name.type} AND w.slug = ${name.slug}`,
  );
  return row === undefined ? null : fromRow(row);
}

/** The condition that an edition, by the name of its id, was written after a whole text that readers may read. */
export const namesModel = (editionId: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM edition_relations AS r
    CROSS JOIN works AS m ON m.type = substr(r.target, 1, instr(r.target, '/') - 1)
      AND m.slug = substr(r.target, instr(r.target, '/') + 1)
    CROSS JOIN edition_cards AS t ON t.work_id = m.id
      AND CASE WHEN r.target_edition IS NULL THEN t.is_current = 1 ELSE t.number = r.target_edition END
    WHERE r.edition_id = ${editionId} AND r.kind IN ${anyOf(modelKinds)}
      AND r.own_eid IS NULL AND r.target_eid IS NULL)`;
