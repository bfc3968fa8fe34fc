import { dayAfter, firstDayOf, type IsoDate } from './iso-date.ts';
import { beganOn } from './succession.ts';
import { type DatedEdition, reviewClockOn, type Standing, standingOn, type WorkEvent } from './timeline.ts';

/** A stretch of days on which a work stood in one way: from its first day up to, not including, `until`. */
export type StandingSpan = { readonly standing: Standing; readonly from: IsoDate; readonly until: IsoDate };

/** The first and the last day that the register can name. */
export const firstDay = '0001-01-01' as IsoDate;
export const lastDay = '9999-12-31' as IsoDate;

/**
 * The standings of a work on all days, in order and without gaps: `standingOn` told once for every day, so that
 * a list can be narrowed by the standing of any day without computing that of every work.
 */
export function standingSpans(
  editions: readonly DatedEdition[],
  events: readonly WorkEvent[],
): readonly StandingSpan[] {
  const happened = [
    ...events.flatMap(({ date }) => (date === null ? [] : [firstDayOf(date.start)])),
    ...editions.map(beganOn),
  ];
  // Between two of these days only the coming of a review can change anything.
  const overdue = happened.flatMap((day) => {
    const review = reviewClockOn(editions, events, day);
    return review.kind === 'due' ? [dayAfter(review.lastDay)] : [];
  });
  const days = [
    firstDay,
    ...new Set([...happened, ...overdue].filter((day) => day > firstDay && day < lastDay)),
  ].sort();
  const spans: StandingSpan[] = [];
  for (const [index, from] of days.entries()) {
    const standing = standingOn(editions, events, from);
    const until = days[index + 1] ?? lastDay;
    const before = spans.at(-1);
    if (before?.standing === standing) spans[spans.length - 1] = { ...before, until };
    else spans.push({ standing, from, until });
  }
  return spans;
}
