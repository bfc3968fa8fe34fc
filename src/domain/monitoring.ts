import type { WrittenDate } from '../thai/written-date.ts';
import { type Fact, givenValue } from './fact.ts';
import type { FactValue } from './fact-value.ts';
import { dayAfter, daysBetween, firstDayOf, type IsoDate, lastDayOf } from './iso-date.ts';
import { dateCell, entriesOf, organisationCell, textCell } from './row-cells.ts';
import { lastDay } from './standing-spans.ts';

/** A report that a project owes for a period: when it is due and when it was handed in. */
export type ReportPeriod = {
  readonly name: Fact<string>;
  readonly due: Fact<WrittenDate>;
  readonly submitted: Fact<WrittenDate>;
  readonly lateReason: Fact<string>;
  /** What was done to help. */
  readonly support: Fact<string>;
};

/** The part of it by which it stands somewhere. */
export type DatedReport = Pick<ReportPeriod, 'due' | 'submitted' | 'lateReason'>;

/** What somebody saw who came to look after a project. */
export type MonitoringVisit = {
  readonly date: Fact<WrittenDate>;
  /** Slug of the organisation that came. */
  readonly organisation: Fact<string>;
  readonly office: Fact<string>;
  readonly seen: Fact<string>;
  readonly risk: Fact<string>;
  readonly support: Fact<string>;
};

type Facts = Readonly<Record<string, Fact<FactValue>>>;

/** The reports that a project states in its table `reports`. */
export const reportPeriodsOf = (facts: Facts): readonly ReportPeriod[] =>
  entriesOf(facts, 'reports').map((row) => ({
    name: textCell(row, 'name'),
    due: dateCell(row, 'due'),
    submitted: dateCell(row, 'submitted'),
    lateReason: textCell(row, 'lateReason'),
    support: textCell(row, 'support'),
  }));

/** The visits that a project states in its table `visits`. */
export const monitoringVisitsOf = (facts: Facts): readonly MonitoringVisit[] =>
  entriesOf(facts, 'visits').map((row) => ({
    date: dateCell(row, 'date'),
    organisation: organisationCell(row, 'organisation'),
    office: textCell(row, 'office'),
    seen: textCell(row, 'seen'),
    risk: textCell(row, 'risk'),
    support: textCell(row, 'support'),
  }));

/**
 * How a report stands on a day. Nothing of it is ever typed in.
 *
 * `in_time` and `late` were handed in; `unclear`: handed in, and the dates do not tell whether in time. `soon`, `not_due`
 * and `overdue` were not handed in by that day, as far as is recorded. `not_stated`: nobody says when it is due.
 */
export type ReportState =
  | { readonly kind: 'in_time' | 'unclear' | 'not_stated' }
  /** `days` after the last day, at least so many when a date is only a month or a year. */
  | { readonly kind: 'late'; readonly days: number; readonly isAtLeast: boolean; readonly hasReason: boolean }
  | { readonly kind: 'overdue'; readonly days: number; readonly hasReason: boolean }
  /** `days` that are left, the last one counted as 0. */
  | { readonly kind: 'soon'; readonly days: number }
  | { readonly kind: 'not_due'; readonly days: number };

export const reportStateKinds = [
  'overdue',
  'soon',
  'not_due',
  'late',
  'in_time',
  'unclear',
  'not_stated',
] as const satisfies readonly ReportState['kind'][];

/** So many days before a report is due it is worth a reminder, so that a risk is seen while something can be done. */
export const soonDays = 30;

/**
 * @param day YYYY-MM-DD in Thailand; what was handed in later is not known on that day
 */
export function reportStateOn(period: DatedReport, day: IsoDate): ReportState {
  const due = givenValue(period.due);
  const submitted = givenValue(period.submitted);
  const hasReason = period.lateReason.kind === 'given';
  const isIn = submitted !== null && firstDayOf(submitted.start) <= day;
  if (due === null) return { kind: isIn ? 'unclear' : 'not_stated' };
  const last = lastDayOf(due.end ?? due.start);
  if (isIn) {
    const [from, until] = [firstDayOf(submitted.start), lastDayOf(submitted.end ?? submitted.start)];
    if (until <= last) return { kind: 'in_time' };
    if (from <= last) return { kind: 'unclear' };
    return { kind: 'late', days: daysBetween(last, from), isAtLeast: from !== until, hasReason };
  }
  if (period.submitted.kind === 'disputed') return { kind: 'unclear' };
  if (day > last) return { kind: 'overdue', days: daysBetween(last, day), hasReason };
  const days = daysBetween(day, last);
  return { kind: days <= soonDays ? 'soon' : 'not_due', days };
}

/** How many reports stand in each way, those that need somebody first; ways without reports are left out. */
export function countReports(
  states: readonly ReportState[],
): readonly { readonly kind: ReportState['kind']; readonly count: number }[] {
  return reportStateKinds.flatMap((kind) => {
    const count = states.filter((state) => state.kind === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** Days from the first up to, not including, the last. */
export type DaySpan = { readonly from: IsoDate; readonly until: IsoDate };

/** The days on which some report is overdue, in order and apart; a report that is not in yet has no end. */
export function overdueSpans(periods: readonly DatedReport[]): readonly DaySpan[] {
  const spans = periods.flatMap((period) => {
    const due = givenValue(period.due);
    if (due === null || period.submitted.kind === 'disputed') return [];
    const from = dayAfter(lastDayOf(due.end ?? due.start));
    const submitted = givenValue(period.submitted);
    const until = submitted === null ? lastDay : firstDayOf(submitted.start);
    return from < until ? [{ from, until }] : [];
  });
  const merged: { from: IsoDate; until: IsoDate }[] = [];
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const before = merged.at(-1);
    if (before && span.from <= before.until) {
      if (span.until > before.until) before.until = span.until;
    } else merged.push({ ...span });
  }
  return merged;
}
