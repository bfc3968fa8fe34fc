import { sql } from 'drizzle-orm';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { PlaceLevel } from '../src/domain/place.ts';
import type { WorkType } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';

export type NamedPlace = {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly name: string;
  readonly nameEn: string | null;
  readonly sortKey: string;
};

export type TitledWork = {
  readonly workId: number;
  readonly type: WorkType;
  readonly slug: string;
  readonly title: string;
  readonly sortKey: string;
  /** 0 documented, 1 model text, 2 test data. */
  readonly provenanceRank: number;
};

/** At most `limit` places whose code comes after `code`, by code. */
export async function listNamedPlaces(
  connection: Connection,
  code: string,
  limit: number,
): Promise<readonly NamedPlace[]> {
  return connection.all<NamedPlace>(
    sql`SELECT code, level, name, name_en AS nameEn, sort_key AS sortKey FROM places
        WHERE code > ${code} ORDER BY code LIMIT ${limit}`,
  );
}

/** The codes of the places that current editions state. */
export async function listStatedPlaces(connection: Connection): Promise<readonly string[]> {
  return connection
    .all<{ code: string }>(
      sql`SELECT DISTINCT p.place_code AS code FROM edition_places AS p
          JOIN edition_cards AS c ON c.edition_id = p.edition_id WHERE c.is_current = 1`,
    )
    .map((row) => row.code);
}

/** The titles of the current editions of at most `limit` works after one, by work. */
export async function listTitledWorks(
  connection: Connection,
  afterWorkId: number,
  limit: number,
): Promise<readonly TitledWork[]> {
  return connection.all<TitledWork>(
    sql`SELECT c.work_id AS workId, c.type, w.slug, c.title, c.sort_key AS sortKey, c.provenance_rank AS provenanceRank
        FROM works AS w JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
        WHERE w.id > ${afterWorkId} ORDER BY w.id LIMIT ${limit}`,
  );
}

/** The same of these works only. */
export async function findTitledWorks(
  connection: Connection,
  names: readonly { readonly type: string; readonly slug: string }[],
): Promise<readonly TitledWork[]> {
  return connection.all<TitledWork>(
    sql`SELECT c.work_id AS workId, c.type, w.slug, c.title, c.sort_key AS sortKey, c.provenance_rank AS provenanceRank
        FROM json_each(${JSON.stringify(names)}) AS n
        JOIN works AS w ON w.type = n.value ->> 'type' AND w.slug = n.value ->> 'slug'
        JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1`,
  );
}

/** The places that the current editions of works state, by work. */
export async function findPlacesOfWorks(
  connection: Connection,
  workIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = connection.all<{ workId: number; card: string }>(
    sql`SELECT work_id AS workId, card FROM edition_cards
        WHERE is_current = 1 AND work_id IN (SELECT value FROM json_each(${JSON.stringify(workIds)}))`,
  );
  return new Map(rows.map((row) => [row.workId, (JSON.parse(row.card) as EditionCard).places]));
}
