import { type WrittenDate, writtenDay } from '../thai/written-date.ts';
import type { EditionCard } from './edition-card.ts';
import { givenValue, type ValueState } from './fact.ts';
import { dayInThailand } from './iso-date.ts';
import { type ReviewClock, reviewClock } from './review-clock.ts';
import { succession } from './succession.ts';
import type { WorkEvent } from './timeline.ts';

/** An edition as a timeline needs it. */
export type TimelineEdition = {
  readonly number: number;
  readonly publishedAt: string;
  readonly card: EditionCard;
};

/** What an edition is among the editions of its work. */
export type EditionRole = 'current' | 'replaced' | 'never_current';

/** A date, or the state in which it is missing. */
type Dated = { readonly date: WrittenDate | null; readonly state: ValueState };

export type TimelineEntry =
  | (Dated & {
      readonly kind: 'edition';
      readonly edition: TimelineEdition;
      /** `corrected` and its date are of the register; `published`: no adoption date is stated. */
      readonly deed: 'adopted' | 'corrected' | 'published';
      readonly role: EditionRole;
      /** The edition in whose place it came; null for the first and for one that never became current. */
      readonly replaces: number | null;
    })
  | (Dated & { readonly kind: 'event'; readonly event: WorkEvent })
  | (Dated & {
      readonly kind: 'review_due';
      readonly number: number;
      readonly review: Extract<ReviewClock, { kind: 'due' }>;
    });

/**
 * The life of a work as one list: editions, events and the review that the current edition awaits, latest
 * first. What has no date comes last, because nobody knows its place. Of entries with the same beginning the
 * one recorded later comes first; a year alone stands before the days of that year.
 * @param today YYYY-MM-DD in Thailand
 */
export function workTimeline(
  editions: readonly TimelineEdition[],
  events: readonly WorkEvent[],
  today: string,
): readonly TimelineEntry[] {
  const turns = succession(datedEditions(editions));
  const entries: readonly TimelineEntry[] = [
    ...editions.map((edition) => editionEntry(edition, turns)),
    ...events.map(eventEntry),
    ...editions.flatMap((edition) => reviewEntry(edition, turns, events, today)),
  ];
  return entries
    .map((entry, position) => ({ entry, position }))
    .sort((a, b) => laterFirst(a.entry, b.entry) || b.position - a.position)
    .map(({ entry }) => entry);
}

/** What the rules of `timeline.ts` need of editions that lists carry. */
export const datedEditions = (editions: readonly TimelineEdition[]) =>
  editions.map(({ number, publishedAt, card }) => ({
    number,
    publishedOn: dayInThailand(publishedAt),
    adopted: card.adopted,
    effective: card.effective,
    reviewDue: card.reviewDue,
    reviewEvery: card.reviewEvery,
  }));

/** What an edition is among the editions of its work. */
export function roleOf(editions: readonly TimelineEdition[], number: number): EditionRole {
  return roleAmong(succession(datedEditions(editions)), number);
}

/** The number of the edition in whose place one came; null for the first and for one that never became current. */
export function editionBefore(editions: readonly TimelineEdition[], number: number): number | null {
  return numberBefore(succession(datedEditions(editions)), number);
}

/** The edition that came in the place of one to correct it, and its account of that; null when none did. */
export function correctionOf(
  editions: readonly TimelineEdition[],
  number: number,
): { readonly number: number; readonly note: string | null } | null {
  const turns = succession(datedEditions(editions));
  const correction = editions.find(
    (edition) => edition.card.changeKind === 'correction' && numberBefore(turns, edition.number) === number,
  );
  return correction ? { number: correction.number, note: correction.card.changeNote } : null;
}

function numberBefore(turns: readonly number[], number: number): number | null {
  const place = turns.indexOf(number);
  return place < 1 ? null : (turns[place - 1] ?? null);
}

function roleAmong(turns: readonly number[], number: number): EditionRole {
  if (!turns.includes(number)) return 'never_current';
  return turns.at(-1) === number ? 'current' : 'replaced';
}

function editionEntry(edition: TimelineEdition, turns: readonly number[]): TimelineEntry {
  const { number, publishedAt, card } = edition;
  const about = {
    kind: 'edition' as const,
    edition,
    role: roleAmong(turns, number),
    replaces: numberBefore(turns, number),
  };
  if (card.changeKind === 'correction') {
    const start = dayInThailand(publishedAt);
    const date = { start, end: null, precision: 'day' as const, textAsWritten: null, isInferred: false };
    return { ...about, deed: 'corrected', date, state: 'given' };
  }
  const date = givenValue(card.adopted);
  return { ...about, deed: date === null ? 'published' : 'adopted', date, state: card.adopted.kind };
}

const eventEntry = (event: WorkEvent): TimelineEntry => ({
  kind: 'event',
  event,
  date: event.date,
  state: event.date === null ? 'not_stated' : 'given',
});

/** Only the current edition awaits a review; an earlier one was replaced instead. */
function reviewEntry(
  { number, card }: TimelineEdition,
  turns: readonly number[],
  events: readonly WorkEvent[],
  today: string,
): readonly TimelineEntry[] {
  const review = reviewClock(card, events, today);
  if (review.kind !== 'due' || turns.at(-1) !== number) return [];
  const stated = review.from === 'stated' ? givenValue(card.reviewDue) : null;
  const date = stated ?? writtenDay(review.lastDay);
  return [{ kind: 'review_due', date, state: 'given', number, review }];
}

function laterFirst(a: TimelineEntry, b: TimelineEntry): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
  return b.date.start.localeCompare(a.date.start);
}
