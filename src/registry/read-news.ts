import type { Register } from '../../db/connection.ts';
import { listOrganisations } from '../../db/organisations.ts';
import { findPlaceChains, listKnownPlaces } from '../../db/places.ts';
import type { TextReading } from '../domain/finding.ts';
import { shortPlaceLine } from '../domain/place-label.ts';
import { organisationNamesOf } from '../intake/news/find-organisations.ts';
import { type PlaceNames, placeNamesOf } from '../intake/news/place-names.ts';
import { readText } from '../intake/news/read-text.ts';

/** The gazetteer comes with the release, so its names are put in order once for each register that is open. */
const placeNames = new WeakMap<Register, PlaceNames>();

/** What was found, and what its slugs and codes stand for. */
export type NewsReading = {
  readonly reading: TextReading;
  readonly organisationNames: ReadonlyMap<string, string>;
  /** "ต.ไผ่ อ.เมือง… จ.…" by code. */
  readonly placeLines: ReadonlyMap<string, string>;
  /** True when the text states more than is shown. */
  readonly isCut: boolean;
};

/** More findings than this are no news item, and no officer would look through them. */
export const findingsMaximum = 300;

/** Reads news or minutes with the places and bodies of the register. The text is not stored. */
export async function readNews(register: Register, text: string): Promise<NewsReading> {
  const { read } = register;
  const places = placeNames.get(register) ?? placeNamesOf(await listKnownPlaces(read));
  placeNames.set(register, places);
  const organisations = await listOrganisations(read);
  const known = organisations.map(({ slug, name, shortName, aliases, covers }) => ({
    slug,
    names: [name, ...(shortName === null ? [] : [shortName]), ...aliases],
    covers,
  }));
  const whole = readText(text, { places, organisations: organisationNamesOf(known) });
  const findings = whole.findings.slice(0, findingsMaximum);
  const kept = new Set(findings.map(({ id }) => id));
  const conflicts = whole.conflicts.filter((one) => one.findings.every((id) => kept.has(id)));
  const codes = findings.flatMap((one) => (one.kind === 'place' ? one.codes : []));
  const chains = await findPlaceChains(read, [...new Set(codes)]);
  return {
    reading: { ...whole, findings, conflicts },
    organisationNames: new Map(organisations.map(({ slug, name }) => [slug, name])),
    placeLines: new Map([...chains].map(([code, chain]) => [code, shortPlaceLine(chain)])),
    isCut: findings.length < whole.findings.length,
  };
}
