import type { CommitmentProgress, Reading } from './commitment-progress.ts';
import type { Commitment } from './edition.ts';
import { givenValue } from './fact.ts';
import { dayAfter, firstDayOf, type IsoDate, lastDayOf } from './iso-date.ts';

/** The states of a commitment in lists; `differs` while the readings of its scope come to different ones. */
export const spanStates = ['no_data', 'partial', 'complete', 'overdue', 'differs'] as const;
export type SpanState = (typeof spanStates)[number];

/** What a list says of one reading of a commitment. */
export type ReadingSummary = Pick<Reading, 'scope' | 'state' | 'complete' | 'hasUnnamed'> & {
  /** How many parties or places are counted each by itself; 1 where everything is counted together. */
  readonly units: number;
  /** Amounts of accepted evidence, and of what waits, over all units. */
  readonly count: number;
  readonly pending: number;
};

export type CommitmentSummary = { readonly state: SpanState; readonly readings: readonly ReadingSummary[] };

/** The days from `from` up to `until`, on which a commitment stands as the summary says. */
export type CommitmentSpan = {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly summary: CommitmentSummary;
};

/** After every day. */
export const endOfDays = '9999-12-31' as IsoDate;

export function summarise({ state, readings }: CommitmentProgress): CommitmentSummary {
  return {
    state: state ?? 'differs',
    readings: readings.map(({ scope, state: own, complete, hasUnnamed, units }) => ({
      ...{ scope, state: own, complete, hasUnnamed },
      units: units.length,
      count: units.reduce((total, unit) => total + unit.count, 0),
      pending: units.reduce((total, unit) => total + unit.pending, 0),
    })),
  };
}

/**
 * The spans of days on which a commitment stands the same way, from a day on.
 * @param turns days on which something about it may change, in any order
 */
export function commitmentSpans(
  turns: readonly IsoDate[],
  from: IsoDate,
  summaryOn: (day: IsoDate) => CommitmentSummary,
): readonly CommitmentSpan[] {
  const days = [...new Set([from, ...turns.filter((day) => day > from)])].sort();
  const spans: CommitmentSpan[] = [];
  for (const day of days) {
    const summary = summaryOn(day);
    const last = spans.at(-1);
    if (last !== undefined && JSON.stringify(last.summary) === JSON.stringify(summary)) continue;
    if (last !== undefined) spans[spans.length - 1] = { ...last, until: day };
    spans.push({ from: day, until: endOfDays, summary });
  }
  return spans;
}

/**
 * The days on which the calendar alone may change how a commitment stands: the one after it is due, and the first of
 * each year in which it is counted again, until two years after the last thing that happened.
 */
export function calendarTurns(
  { due, per }: Pick<Commitment, 'due' | 'per'>,
  { first, last }: { readonly first: IsoDate; readonly last: IsoDate },
): readonly IsoDate[] {
  const written = givenValue(due);
  const over = written === null ? [] : [dayAfter(lastDayOf(written.end ?? written.start))];
  if (per === null) return over;
  const [firstYear, lastYear] = [first, last].map((day) => Number(day.slice(0, 4))) as [number, number];
  const years = Array.from({ length: Math.max(0, lastYear + 3 - firstYear) }, (_, index) =>
    firstDayOf(String(firstYear + 1 + index)),
  );
  return [...over, ...years];
}
