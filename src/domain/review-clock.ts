import type { Manifest } from './edition.ts';
import { givenValue } from './fact.ts';
import { type IsoDate, lastDayOf } from './iso-date.ts';
import { quantityOf } from './read-cell.ts';
import type { WorkEvent } from './timeline.ts';

/**
 * When a plan is to be looked at again. `stated`: the plan says the date; `counted`: from its cycle and the day from
 * which it stands, or on which it was last reviewed; `reviewed`: the stated review took place, and no cycle is known.
 */
export type ReviewClock =
  | {
      readonly kind: 'due';
      readonly from: 'stated' | 'counted';
      readonly lastDay: IsoDate;
      readonly isPast: boolean;
    }
  | { readonly kind: 'reviewed'; readonly on: string }
  | { readonly kind: 'not_stated' };

/** @param today the day in Thailand */
export function reviewClock(
  manifest: Pick<Manifest, 'adopted' | 'effective' | 'reviewDue' | 'facts'>,
  events: readonly WorkEvent[],
  today: IsoDate,
): ReviewClock {
  const reviews = events
    .filter(({ kind }) => kind === 'reviewed' || kind === 'renewed')
    .flatMap(({ date }) => (date === null ? [] : [lastDayOf(date.end ?? date.start)]))
    .filter((day) => day <= today)
    .toSorted();
  const last = reviews.at(-1) ?? null;
  const stated = givenValue(manifest.reviewDue);
  if (stated !== null && (last === null || last < stated.start)) {
    return due('stated', lastDayOf(stated.end ?? stated.start), today);
  }
  const began = givenValue(manifest.adopted) ?? givenValue(manifest.effective);
  const base = last ?? (began === null ? null : lastDayOf(began.start));
  const months = cycleOf(manifest);
  if (base !== null && months !== null) return due('counted', monthsAfter(base, months), today);
  return last === null ? { kind: 'not_stated' } : { kind: 'reviewed', on: last };
}

const due = (from: 'stated' | 'counted', lastDay: IsoDate, today: IsoDate): ReviewClock => ({
  kind: 'due',
  from,
  lastDay,
  isPast: lastDay < today,
});

/** In months; null when no cycle is stated in a unit that is understood. */
function cycleOf({ facts }: Pick<Manifest, 'facts'>): number | null {
  const cycle = quantityOf(facts['reviewEvery']);
  if (cycle === null || !Number.isInteger(cycle.amount) || cycle.amount < 1 || cycle.amount > 1200)
    return null;
  if (cycle.unit === 'ปี') return cycle.amount * 12;
  return cycle.unit === 'เดือน' ? cycle.amount : null;
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
