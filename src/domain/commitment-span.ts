import { toBuddhistEraYear } from '../thai/buddhist-era.ts';
import type { CommitmentProgress, Reading } from './commitment-progress.ts';
import type { Commitment } from './edition.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { givenValue } from './fact.ts';
import { dayAfter, firstDayOf, type Instant, type IsoDate, lastDayOf } from './iso-date.ts';

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

/** Pieces of accepted evidence of deeds that were done in a Buddhist-era year. */
export type YearOfEvidence = { readonly beYear: number; readonly pieces: number };

export type CommitmentSummary = {
  readonly state: SpanState;
  readonly readings: readonly ReadingSummary[];
  /** First year first. */
  readonly evidence: readonly YearOfEvidence[];
};

/**
 * When a span begins or ends: a day, or a moment of it in Thai time without its offset, such as
 * `2026-11-30T14:05:00.000`. Compared as texts they are in the order of time.
 */
export type SpanTime = string;

export const spanTime = (instant: Instant): SpanTime =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, -1);

/** The end of a day in Thailand. */
export const endOfDay = (day: IsoDate): SpanTime => `${day}T23:59:59.999`;

/** The days from `from` up to `until`, on which a commitment stands as the summary says. */
export type CommitmentSpan = {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly summary: CommitmentSummary;
};

/** After every day. */
export const endOfDays = '9999-12-31' as IsoDate;

/** @param evidence all that is handed in for the commitment */
export function summarise(
  { day, state, readings }: CommitmentProgress,
  evidence: readonly Evidence[],
): CommitmentSummary {
  return {
    state: state ?? 'differs',
    evidence: yearsOf(evidence, day),
    readings: readings.map(({ scope, state: own, complete, hasUnnamed, units }) => ({
      ...{ scope, state: own, complete, hasUnnamed },
      units: units.length,
      count: units.reduce((total, unit) => total + unit.count, 0),
      pending: units.reduce((total, unit) => total + unit.pending, 0),
    })),
  };
}

function yearsOf(evidence: readonly Evidence[], day: IsoDate): readonly YearOfEvidence[] {
  const pieces = new Map<number, number>();
  for (const one of evidence) {
    const on = evidenceOn(one, day);
    if (on?.state !== 'accepted' || firstDayOf(on.facts.doneOn) > day) continue;
    const [year = '', month] = on.facts.doneOn.split('-');
    const beYear = toBuddhistEraYear(Number(year), month === undefined ? null : Number(month));
    pieces.set(beYear, (pieces.get(beYear) ?? 0) + 1);
  }
  return [...pieces]
    .map(([beYear, number]) => ({ beYear, pieces: number }))
    .sort((a, b) => a.beYear - b.beYear);
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
