import { sql } from 'drizzle-orm';
import type { Relation } from '../src/domain/edition.ts';
import { keyOfWork, type WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { everything, type Known, wasCurrent } from './known.ts';

/** A work by the title and number of its current edition. */
export type TitledWork = WorkName & { readonly title: string; readonly currentNumber: number };

/** A work whose current edition points at another one, and each place at which it does. */
export type IncomingRelation = {
  readonly kind: Relation['kind'];
  readonly work: TitledWork;
  readonly ties: readonly RelationTie[];
};

/** Which provisions of two works a relation ties; an eid is null for the whole text. */
export type RelationTie = {
  readonly note: string | null;
  /** Of the edition that points. */
  readonly ownEid: string | null;
  /** Of the edition that is pointed at. */
  readonly targetEid: string | null;
  /** The edition that was read; null when the note does not name one. */
  readonly targetEdition: number | null;
};

/** Titles of published works, by `type/slug`; others are left out. */
export async function findTitles(
  connection: Connection,
  names: readonly WorkName[],
  known: Known = everything,
): Promise<ReadonlyMap<string, TitledWork>> {
  if (names.length === 0) return new Map();
  const asked = JSON.stringify(names.map(({ type, slug }) => [type, slug]));
  const rows = connection.all<TitledWork>(
    sql`SELECT w.type, w.slug, c.title, c.number AS currentNumber FROM json_each(${asked}) AS asked
        CROSS JOIN works AS w ON w.type = asked.value ->> 0 AND w.slug = asked.value ->> 1
        CROSS JOIN edition_cards AS c ON c.work_id = w.id AND ${wasCurrent(sql`c`, known)}`,
  );
  return new Map(rows.map((row) => [keyOfWork(row), row]));
}

/**
 * The works whose current editions point at a work, in the order of lists, and how many there are in all. A work that
 * points in several ways counts once for each.
 */
export async function listIncomingRelations(
  connection: Connection,
  target: WorkName,
  limit: number,
): Promise<{ readonly relations: readonly IncomingRelation[]; readonly total: number }> {
  const rows = connection.all<TitledWork & { kind: Relation['kind']; editionId: number; total: number }>(
    sql`SELECT t.kind, t.edition_id AS editionId, w.type, w.slug, c.title, c.number AS currentNumber,
          count(*) OVER () AS total
        FROM (SELECT edition_id, kind, min(position) AS position
          FROM edition_relations INDEXED BY edition_relations_by_target
          WHERE target = ${keyOfWork(target)} GROUP BY edition_id, kind) AS t
        CROSS JOIN edition_cards AS c ON c.edition_id = t.edition_id AND ${wasCurrent(sql`c`, everything)}
        CROSS JOIN works AS w ON w.id = c.work_id
        ORDER BY c.provenance_rank, c.sort_key, c.work_id, t.position LIMIT ${limit}`,
  );
  const ties = connection.all<RelationTie & { kind: string; editionId: number }>(
    sql`SELECT r.kind, r.edition_id AS editionId, r.note, r.own_eid AS ownEid, r.target_eid AS targetEid,
          r.target_edition AS targetEdition
        FROM json_each(${JSON.stringify([...new Set(rows.map(({ editionId }) => editionId))])}) AS asked
        CROSS JOIN edition_relations AS r ON r.edition_id = asked.value
        WHERE r.target = ${keyOfWork(target)} ORDER BY r.edition_id, r.position`,
  );
  return {
    relations: rows.map(({ kind, editionId, type, slug, title, currentNumber }) => ({
      kind,
      work: { type, slug, title, currentNumber },
      ties: ties.flatMap(({ kind: of, editionId: by, ...tie }) =>
        of === kind && by === editionId ? [tie] : [],
      ),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** How many current editions say that they are written after a text as a model. */
export async function countInstances(
  connection: Connection,
  model: WorkName,
  known: Known = everything,
): Promise<number> {
  const [row] = connection.all<{ total: number }>(
    sql`SELECT count(*) AS total FROM edition_relations AS r INDEXED BY edition_relations_by_provision
        CROSS JOIN edition_cards AS n INDEXED BY edition_cards_currents
          ON n.edition_id = r.edition_id AND ${wasCurrent(sql`n`, known)}
        WHERE r.target = ${keyOfWork(model)} AND r.target_eid IS NULL AND r.kind = 'instance_of_template'`,
  );
  return row?.total ?? 0;
}

/** What some editions say of how they are tied to a work, by the id of the edition. */
export function mapRelationsTo(
  connection: Connection,
  editionIds: readonly number[],
  target: WorkName,
): ReadonlyMap<number, readonly Relation[]> {
  const rows = connection.all<Relation & { editionId: number }>(
    sql`SELECT r.edition_id AS editionId, r.kind, r.note,
          r.target || coalesce('#' || r.target_eid, '') AS target
        FROM json_each(${JSON.stringify(editionIds)}) AS asked
        CROSS JOIN edition_relations AS r ON r.edition_id = asked.value
        WHERE r.target = ${keyOfWork(target)} ORDER BY r.edition_id, r.position`,
  );
  return Map.groupBy(rows, ({ editionId }) => editionId);
}
