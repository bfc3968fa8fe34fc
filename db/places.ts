import { asc, eq, sql } from 'drizzle-orm';
import type { KnownPlace } from '../src/domain/finding.ts';
import { lineOfPlace } from '../src/domain/list-filter.ts';
import { codesUpward, type Place, type PlaceChain } from '../src/domain/place.ts';
import { thaiSortKey } from '../src/thai/collation.ts';
import type { Connection } from './connection.ts';
import { places } from './schema.ts';

const columns = {
  code: places.code,
  level: places.level,
  name: places.name,
  nameEn: places.nameEn,
  parentCode: places.parentCode,
  postcode: places.postcode,
  isBangkok: places.isBangkok,
};

export async function countPlaces(connection: Connection): Promise<number> {
  return connection.select({ total: sql<number>`count(*)` }).from(places).get()?.total ?? 0;
}

/** Every place, those above before those inside. */
export async function listPlaces(connection: Connection): Promise<readonly Place[]> {
  return connection.select(columns).from(places).orderBy(asc(places.code)).all();
}

/** Every province, district and tambon by name, for reading texts. */
export async function listKnownPlaces(connection: Connection): Promise<readonly KnownPlace[]> {
  return connection
    .select({ code: places.code, level: places.level, name: places.name })
    .from(places)
    .orderBy(asc(places.code))
    .all()
    .flatMap(({ level, ...place }) => (level === 'village' ? [] : [{ ...place, level }]));
}

/** Adds places that are not there yet. Parents come first. */
export async function insertPlaces(connection: Connection, added: readonly Place[]): Promise<void> {
  for (const place of added) {
    connection
      .insert(places)
      .values({ ...place, sortKey: thaiSortKey(place.name) })
      .onConflictDoNothing()
      .run();
  }
}

/** A place with those above it, smallest first; null when there is no such code. */
export async function findPlaceChain(connection: Connection, code: string): Promise<PlaceChain | null> {
  const chains = await findPlaceChains(connection, [code]);
  return chains.get(code) ?? null;
}

/** Chains of several places at once, by code; codes nobody knows are left out. */
export async function findPlaceChains(
  connection: Connection,
  codes: readonly string[],
): Promise<ReadonlyMap<string, PlaceChain>> {
  const wanted = [...new Set(codes.flatMap(codesUpward))];
  if (wanted.length === 0) return new Map();
  const rows = connection
    .select(columns)
    .from(places)
    .where(sql`${places.code} IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`)
    .all();
  const byCode = new Map<string, Place>(rows.map((row) => [row.code, row]));
  const chains = new Map<string, PlaceChain>();
  for (const code of codes) {
    if (!byCode.has(code)) continue;
    chains.set(
      code,
      codesUpward(code).flatMap((part) => byCode.get(part) ?? []),
    );
  }
  return chains;
}

/** The places directly inside one (or the provinces, for null) in Thai order. */
export async function listPlacesIn(
  connection: Connection,
  parentCode: string | null,
): Promise<readonly Place[]> {
  return connection
    .select(columns)
    .from(places)
    .where(parentCode === null ? eq(places.level, 'province') : eq(places.parentCode, parentCode))
    .orderBy(asc(places.sortKey))
    .all();
}

/** A charter that applies in a place, as a link to it needs it. */
export type CharterInPlace = {
  readonly slug: string;
  readonly title: string;
  readonly provenanceRank: number;
};

/**
 * The current charters of each place directly inside a district or province, by its code, in the order of lists.
 * Withdrawn ones are left out.
 * @param on the day, YYYY-MM-DD
 */
export async function listChartersInside(
  connection: Connection,
  parentCode: string,
  on: string,
): Promise<ReadonlyMap<string, readonly CharterInPlace[]>> {
  const [first, last] = [parentCode, `${parentCode}:`];
  const rows = connection.all<CharterInPlace & { code: string }>(
    sql`SELECT f.value AS code, w.slug, c.title, c.provenance_rank AS provenanceRank
        FROM work_facets AS f CROSS JOIN edition_cards AS c ON c.work_id = f.work_id AND c.is_current = 1
        CROSS JOIN works AS w ON w.id = f.work_id
        WHERE f.type = 'charters' AND f.line = ${lineOfPlace(`${parentCode}00`)} AND f.value >= ${first} AND f.value < ${last}
          AND NOT EXISTS (SELECT 1 FROM work_facets AS g WHERE g.work_id = f.work_id AND g.line = 'standing'
            AND g.value = 'withdrawn' AND g.from_day <= ${on} AND g.until_day > ${on})
        ORDER BY c.provenance_rank, c.sort_key, c.work_id`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ code }) => code)].map(([code, group]) => [
      code,
      group.map(({ code: _code, ...charter }) => charter),
    ]),
  );
}

/**
 * Places whose name begins with the text, tambons first, for the picker.
 * @param limit at most so many
 */
export async function findPlacesByName(
  connection: Connection,
  name: string,
  limit: number,
): Promise<readonly Place[]> {
  const pattern = `${name.replace(/[[\]*?]/g, '')}*`;
  return connection
    .select(columns)
    .from(places)
    .where(sql`${places.name} GLOB ${pattern}`)
    .orderBy(
      sql`CASE ${places.level} WHEN 'tambon' THEN 0 WHEN 'district' THEN 1 ELSE 2 END`,
      asc(places.sortKey),
    )
    .limit(limit)
    .all();
}

/** The codes of the places that editions name for certain, by the id of the edition. */
export function mapPlaceCodes(
  connection: Connection,
  editionIds: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  const rows = connection.all<{ editionId: number; code: string }>(
    sql`SELECT p.edition_id AS editionId, p.place_code AS code
        FROM json_each(${JSON.stringify(editionIds)}) AS asked
        CROSS JOIN edition_places AS p ON p.edition_id = asked.value WHERE p.is_certain = 1 ORDER BY 1, 2`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ editionId }) => editionId)].map(([id, group]) => [
      id,
      group.map(({ code }) => code),
    ]),
  );
}
