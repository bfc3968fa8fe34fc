import { sql } from 'drizzle-orm';
import type { Relation } from '../src/domain/edition.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';

/** A work by the title and number of its current edition. */
export type TitledWork = WorkName & { readonly title: string; readonly currentNumber: number };

/** A work whose current edition points at another one. */
export type IncomingRelation = {
  readonly kind: Relation['kind'];
  readonly note: string | null;
  /** The provision that it points at; null for the whole work. */
  readonly eid: string | null;
  readonly work: TitledWork;
};

const keyOf = ({ type, slug }: WorkName): string => `${type}/${slug}`;

/** Titles of published works, by `type/slug`; others are left out. */
export async function findTitles(
  connection: Connection,
  names: readonly WorkName[],
): Promise<ReadonlyMap<string, TitledWork>> {
  if (names.length === 0) return new Map();
  const asked = JSON.stringify(names.map(({ type, slug }) => [type, slug]));
  const rows = connection.all<TitledWork>(
    sql`SELECT w.type, w.slug, c.title, c.number AS currentNumber FROM json_each(${asked}) AS asked
        CROSS JOIN works AS w ON w.type = asked.value ->> 0 AND w.slug = asked.value ->> 1
        CROSS JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1`,
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** The works whose current editions point at a work, in the order of lists, and how many there are in all. */
export async function listIncomingRelations(
  connection: Connection,
  target: WorkName,
  limit: number,
): Promise<{ readonly relations: readonly IncomingRelation[]; readonly total: number }> {
  const rows = connection.all<Omit<IncomingRelation, 'work'> & TitledWork & { total: number }>(
    sql`SELECT r.kind, r.note, r.target_eid AS eid, w.type, w.slug, c.title, c.number AS currentNumber,
          count(*) OVER () AS total
        FROM edition_relations AS r INDEXED BY edition_relations_by_target
        CROSS JOIN edition_cards AS c ON c.edition_id = r.edition_id AND c.is_current = 1
        CROSS JOIN works AS w ON w.id = c.work_id
        WHERE r.target = ${keyOf(target)}
        ORDER BY c.provenance_rank, c.sort_key, c.work_id, r.position LIMIT ${limit}`,
  );
  return {
    relations: rows.map(({ kind, note, eid, type, slug, title, currentNumber }) => ({
      kind,
      note,
      eid,
      work: { type, slug, title, currentNumber },
    })),
    total: rows[0]?.total ?? 0,
  };
}
