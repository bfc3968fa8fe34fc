import type { WrittenDate } from '../thai/written-date.ts';
import type { Manifest } from './edition.ts';
import { type Fact, givenValue } from './fact.ts';
import { hasBegun, type IsoDate, lastDayOf } from './iso-date.ts';
import { quantityOf } from './read-cell.ts';
import type { WorkEvent } from './timeline.ts';

/** What an edition states of when it is to be looked at again. */
export type ReviewTerms = {
  readonly adopted: Fact<WrittenDate>;
  readonly effective: Fact<WrittenDate>;
  readonly reviewDue: Fact<WrittenDate>;
  /** How often, in months; of a plan that states it. */
  readonly reviewEvery?: number | undefined;
};

/**
 * When a text is to be looked at again. `stated`: it says the date; `counted`: from its cycle and the day from which it
 * stands, or on which it was reviewed since; `reviewed`: the stated review took place, and no cycle is known.
 */
export type ReviewClock =
  | {
      readonly kind: 'due';
      readonly from: 'stated' | 'counted';
      readonly lastDay: IsoDate;
      readonly isPast: boolean;
    }
  | { readonly kind: 'reviewed'; readonly on: WrittenDate }
  | { readonly kind: 'not_stated' };

/**
 * A review counts from the day on which its date began, and against a stated date when it was not over before that
 * began. One whose date nobody states moves no clock.
 * @param on the day, YYYY-MM-DD in Thailand
 */
export function reviewClock(terms: ReviewTerms, events: readonly WorkEvent[], on: string): ReviewClock {
  const reviewed = lastReview(events, on);
  const last = reviewed && lastDayOf(reviewed.end ?? reviewed.start);
  const stated = givenValue(terms.reviewDue);
  if (stated !== null && (last === null || last < stated.start)) {
    return due('stated', lastDayOf(stated.end ?? stated.start), on);
  }
  const began = givenValue(terms.adopted) ?? givenValue(terms.effective);
  const base = [last, began && lastDayOf(began.start)]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  if (base !== undefined && terms.reviewEvery !== undefined) {
    return due('counted', monthsAfter(base, terms.reviewEvery), on);
  }
  return reviewed === null ? { kind: 'not_stated' } : { kind: 'reviewed', on: reviewed };
}

/** Of the reviews and renewals that had begun by a day the one that ended last. */
function lastReview(events: readonly WorkEvent[], on: string): WrittenDate | null {
  const dates = events
    .filter(({ kind }) => kind === 'reviewed' || kind === 'renewed')
    .flatMap(({ date }) => (date !== null && hasBegun(date.start, on) ? [date] : []));
  const lastDay = ({ start, end }: WrittenDate) => lastDayOf(end ?? start);
  return dates.toSorted((a, b) => lastDay(a).localeCompare(lastDay(b))).at(-1) ?? null;
}

const due = (from: 'stated' | 'counted', lastDay: IsoDate, on: string): ReviewClock => ({
  kind: 'due',
  from,
  lastDay,
  isPast: lastDay < on,
});

/** How often a plan is to be reviewed, in months; undefined when no cycle is stated in a unit that is understood. */
export function reviewCycleOf({ facts }: Pick<Manifest, 'facts'>): number | undefined {
  const cycle = quantityOf(facts['reviewEvery']);
  if (cycle === null || !Number.isInteger(cycle.amount) || cycle.amount < 1 || cycle.amount > 1200)
    return undefined;
  if (cycle.unit === 'ปี') return cycle.amount * 12;
  return cycle.unit === 'เดือน' ? cycle.amount : undefined;
}

/** The same day so many months later, or the last of that month when it has no such day. */
function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const prefix = `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}`;
  const last = lastDayOf(prefix);
  const wanted = `${prefix}-${String(date).padStart(2, '0')}` as IsoDate;
  return [wanted, last].toSorted()[0] ?? last;
}
