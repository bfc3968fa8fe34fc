import type { WrittenDate } from '../thai/written-date.ts';
import { givenValue } from './fact.ts';
import { hasBegun } from './iso-date.ts';
import { type ReviewClock, type ReviewTerms, reviewClock } from './review-clock.ts';
import { editionOn } from './succession.ts';

/** What can happen to a work. A new member makes the type-checker show every place that must decide. */
export const eventKinds = [
  'drafted',
  'heard',
  'held',
  'adopted',
  'signed',
  'joined',
  'reported',
  'reviewed',
  'renewed',
  'expired',
  'withdrawn',
  'reinstated',
  'published_in_error',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** A dated deed in the life of a work, recorded once and never changed. */
export type WorkEvent = {
  readonly kind: EventKind;
  /** Null when the source gives no date. */
  readonly date: WrittenDate | null;
  readonly note: string | null;
  readonly source: { readonly title: string; readonly url: string | null } | null;
  /** Number of the edition that was published in error; of no other kind of event. */
  readonly edition?: number;
  /** SHA-256 of its manifest, lower-case hex: what is left of it in an export. */
  readonly sha256?: string;
};

/** That the text of an edition was published in error and taken out of the public. */
export type ErrorEvent = WorkEvent & { readonly edition: number; readonly sha256: string };

/** The editions whose text is not public any more, in the order in which that was recorded. */
export const errorsOf = (events: readonly WorkEvent[]): readonly ErrorEvent[] =>
  events.flatMap((event) =>
    event.kind === 'published_in_error' && event.edition !== undefined && event.sha256 !== undefined
      ? [{ ...event, edition: event.edition, sha256: event.sha256 }]
      : [],
  );

/** What the timeline needs to know of an edition. */
export type DatedEdition = ReviewTerms & {
  readonly number: number;
  /** The day in Thailand, YYYY-MM-DD, on which the register published it. */
  readonly publishedOn: string;
};

/** Where a work stands, in the words shown to readers. */
export const standings = [
  'draft',
  'hearing',
  'adopted',
  'signed',
  'review_due',
  'expired',
  'withdrawn',
  'not_evident',
] as const;
export type Standing = (typeof standings)[number];

/**
 * Where a work stands on a day, from its editions and events. Nothing of this is stored. An event without
 * a date counts on every day: the source knows that it happened, and not when.
 * @param on the day, YYYY-MM-DD in Thailand
 */
export function standingOn(
  editions: readonly DatedEdition[],
  events: readonly WorkEvent[],
  on: string,
): Standing {
  const happened = events.filter((event) => event.date === null || hasBegun(event.date.start, on));
  const has = (kind: EventKind) => happened.some((event) => event.kind === kind);
  if (withdrawalOf(happened) !== null) return 'withdrawn';
  if (hasRunOut(happened)) return 'expired';
  const review = reviewClockOn(editions, happened, on);
  if (review.kind === 'due' && review.isPast) return 'review_due';
  if (has('signed') || has('joined')) return 'signed';
  const isAdopted = editions.some((edition) => {
    const date = givenValue(edition.adopted);
    return date !== null && hasBegun(date.start, on);
  });
  if (isAdopted || has('adopted') || has('reviewed')) return 'adopted';
  if (has('heard')) return 'hearing';
  if (has('drafted')) return 'draft';
  return 'not_evident';
}

/** Of expiries and renewals the last one decides; one without a date stands where it was recorded. */
function hasRunOut(happened: readonly WorkEvent[]): boolean {
  const turns = happened.filter(({ kind }) => kind === 'expired' || kind === 'renewed');
  const ordered = turns.every((event) => event.date !== null)
    ? turns.toSorted((a, b) => (a.date?.start ?? '').localeCompare(b.date?.start ?? ''))
    : turns;
  return ordered.at(-1)?.kind === 'expired';
}

/** The review that the edition awaits that stood on a day, YYYY-MM-DD in Thailand. */
export function reviewClockOn(
  editions: readonly DatedEdition[],
  events: readonly WorkEvent[],
  on: string,
): ReviewClock {
  const number = editionOn(editions, on);
  const edition = editions.find((one) => one.number === number);
  return edition ? reviewClock(edition, events, on) : { kind: 'not_stated' };
}

/** The withdrawal of a work; null while it stands. Of a withdrawal and what takes it back the later recorded decides. */
export function withdrawalOf(events: readonly WorkEvent[]): WorkEvent | null {
  const last = events.findLast(({ kind }) => kind === 'withdrawn' || kind === 'reinstated');
  return last?.kind === 'withdrawn' ? last : null;
}

/** True when a work is withdrawn on a day, YYYY-MM-DD, as far as dated events tell. */
export const isWithdrawnOn = (events: readonly WorkEvent[], on: string): boolean =>
  withdrawalOf(events.filter(({ date }) => date !== null && hasBegun(date.start, on))) !== null;
