import { toArabicDigits } from '../thai/digits.ts';
import { type ResultState, resultsOf } from './case-results.ts';
import type { Manifest } from './edition.ts';
import { givenValue } from './fact.ts';
import { type DaySpan, overdueSpans, reportPeriodsOf } from './monitoring.ts';
import { reviewCycleOf } from './review-clock.ts';

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
export type EditionCard = Pick<Manifest, (typeof keys)[number]> & {
  /** Of a case: what it says of what came of it. */
  readonly results?: ResultState;
  /** Of a project: the days on which some report of it is overdue, as far as this edition knows. */
  readonly overdue?: readonly DaySpan[];
  /** Of a plan that states it: how often it is to be reviewed, in months. */
  readonly reviewEvery?: number;
};

export function cardOf(manifest: Manifest): EditionCard {
  const card = Object.fromEntries(keys.map((key) => [key, manifest[key]])) as Pick<
    Manifest,
    (typeof keys)[number]
  >;
  if (manifest.type === 'cases') return { ...card, results: resultsOf(manifest.facts) };
  if (manifest.type === 'plans') {
    const reviewEvery = reviewCycleOf(manifest);
    return reviewEvery === undefined ? card : { ...card, reviewEvery };
  }
  const overdue = manifest.type === 'projects' ? overdueSpans(reportPeriodsOf(manifest.facts)) : [];
  return overdue.length === 0 ? card : { ...card, overdue };
}

/**
 * The Buddhist-era year by which lists are filtered: that of the adoption, else the one printed in the
 * edition's label (ฉบับที่ 6 พ.ศ. 2560); null when neither is stated.
 */
export function beYearOf(manifest: Pick<Manifest, 'adopted' | 'label'>): number | null {
  const adopted = givenValue(manifest.adopted);
  if (adopted !== null) return Number(adopted.start.slice(0, 4)) + 543;
  const printed = /พ\.?\s*ศ\.?\s*(\d{4})/.exec(toArabicDigits(givenValue(manifest.label) ?? ''));
  return printed ? Number(printed[1]) : null;
}
