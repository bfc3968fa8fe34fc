import type { Manifest } from './edition.ts';
import { givenValue } from './fact.ts';

const keys = [
  'title',
  'provenance',
  'subtype',
  'label',
  'changeKind',
  'changeNote',
  'summary',
  'legalNature',
  'evidenceLevel',
  'scope',
  'places',
  'possiblePlaces',
  'adopted',
  'effective',
  'reviewDue',
  'topics',
] as const;

/** The part of a manifest that lists, timelines and notices need; never the body. */
export type EditionCard = Pick<Manifest, (typeof keys)[number]>;

export function cardOf(manifest: Manifest): EditionCard {
  return Object.fromEntries(keys.map((key) => [key, manifest[key]])) as EditionCard;
}

/** The Buddhist-era year by which lists are filtered: that of the adoption; null when it is not stated. */
export function beYearOf(manifest: Manifest): number | null {
  const adopted = givenValue(manifest.adopted);
  return adopted === null ? null : Number(adopted.start.slice(0, 4)) + 543;
}
