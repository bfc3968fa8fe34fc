import type { WrittenDate } from '../thai/written-date.ts';
import { type Fact, givenValue } from './fact.ts';

/** What can happen to a work. A new member makes the type-checker show every place that must decide. */
export const eventKinds = [
  'drafted',
  'heard',
  'adopted',
  'signed',
  'joined',
  'reported',
  'reviewed',
  'renewed',
  'expired',
  'withdrawn',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** A dated deed in the life of a work, recorded once and never changed. */
export type WorkEvent = {
  readonly kind: EventKind;
  /** Null when the source gives no date. */
  readonly date: WrittenDate | null;
  readonly note: string | null;
  readonly source: { readonly title: string; readonly url: string | null } | null;
};

/** What the timeline needs to know of an edition. */
export type DatedEdition = {
  readonly number: number;
  readonly adopted: Fact<WrittenDate>;
  readonly reviewDue: Fact<WrittenDate>;
};

/** Where a work stands, in the words shown to readers. */
export type Standing =
  | 'draft'
  | 'hearing'
  | 'adopted'
  | 'signed'
  | 'review_due'
  | 'expired'
  | 'withdrawn'
  | 'not_evident';

/** True when `date` (partial ISO) has begun on or before the day `on` (YYYY-MM-DD). */
export function hasBegun(date: string, on: string): boolean {
  return date <= on.slice(0, date.length);
}

/**
 * Where a work stands on a day, from its editions and events. Nothing of this is stored.
 * @param on the day, YYYY-MM-DD in Thailand
 */
export function standingOn(
  editions: readonly DatedEdition[],
  events: readonly WorkEvent[],
  on: string,
): Standing {
  const happened = events.filter((event) => event.date === null || hasBegun(event.date.start, on));
  const has = (kind: EventKind) => happened.some((event) => event.kind === kind);
  if (has('withdrawn')) return 'withdrawn';
  if (has('expired') && !has('renewed')) return 'expired';
  const standing = editions.filter((edition) => {
    const adopted = givenValue(edition.adopted);
    return adopted !== null && hasBegun(adopted.start, on);
  });
  const due = standing.map((edition) => givenValue(edition.reviewDue)).at(-1);
  if (due && (due.end ?? due.start).localeCompare(on) < 0) return 'review_due';
  if (has('signed') || has('joined')) return 'signed';
  if (standing.length > 0 || has('adopted') || has('reviewed')) return 'adopted';
  if (has('heard')) return 'hearing';
  if (has('drafted')) return 'draft';
  return 'not_evident';
}

/** The number of the current edition: the highest published one; null without editions. */
export function currentEdition(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.max(...numbers);
}

/**
 * The edition that stood on a day: the last one whose adoption (or, when no adoption date is
 * stated, whose publication in the register) had begun by then. Null before the first.
 */
export function editionOn(
  editions: readonly (DatedEdition & { readonly publishedOn: string })[],
  on: string,
): number | null {
  const begun = editions.filter((edition) =>
    hasBegun(givenValue(edition.adopted)?.start ?? edition.publishedOn, on),
  );
  return currentEdition(begun.map((edition) => edition.number));
}
