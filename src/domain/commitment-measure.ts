import { toBuddhistEraYear } from '../thai/buddhist-era.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import type { Commitment } from './edition.ts';
import type { StandingEvidence } from './evidence.ts';
import { type Fact, givenValue } from './fact.ts';
import { firstDayOf, type IsoDate, lastDayOf } from './iso-date.ts';

/** ยังไม่มีข้อมูล · มีหลักฐานบางส่วน · ครบจำนวน · เลยกำหนด. There is no “failed”: the register does not judge. */
export const progressStates = ['no_data', 'partial', 'complete', 'overdue'] as const;
export type ProgressState = (typeof progressStates)[number];

/** What was counted, with the deeds behind the number. */
export type Counted = {
  readonly state: ProgressState;
  /** Amounts of accepted evidence. */
  readonly count: number;
  /** Amounts that wait to be decided. */
  readonly pending: number;
  /** More than the commitment names, where it names an exact or a largest number. */
  readonly isExceeded: boolean;
  /** Ids of the accepted evidence. */
  readonly evidence: readonly string[];
};

export type Measure = Counted & {
  /** Complete only by deeds that were done after it was due. */
  readonly isLate: boolean;
  /** Each Buddhist-era year by itself, first to last, when the commitment is counted again every year. */
  readonly years: readonly (Counted & { readonly beYear: number })[];
};

type Target = Pick<Commitment, 'comparator' | 'value' | 'per' | 'due'>;

/**
 * Measures deeds against what is promised.
 * @param deeds accepted and waiting ones, all done by the day
 * @param adopted when the agreement was adopted; yearly commitments are counted from that year, or from the first deed
 */
export function measureOf(
  target: Target,
  deeds: readonly StandingEvidence[],
  adopted: Fact<WrittenDate>,
  day: IsoDate,
): Measure {
  const due = givenValue(target.due);
  const lastDay = due === null ? null : lastDayOf(due.end ?? due.start);
  const isOver = lastDay !== null && lastDay < day;
  if (target.per === null) {
    const counted = count(target, deeds, isOver);
    const inTime = deeds.filter(({ facts }) => lastDay === null || firstDayOf(facts.doneOn) <= lastDay);
    const isLate = counted.state === 'complete' && count(target, inTime, isOver).state !== 'complete';
    return { ...counted, isLate, years: [] };
  }
  const thisYear = beYearOf(day);
  const begins = givenValue(adopted)?.start ?? deeds.map(({ facts }) => facts.doneOn).toSorted()[0] ?? day;
  const lastYear = isOver ? Math.min(beYearOf(lastDay), thisYear) : thisYear;
  const firstYear = beYearOf(begins);
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => {
    const beYear = firstYear + index;
    const own = deeds.filter(({ facts }) => beYearOf(facts.doneOn) === beYear);
    return { beYear, ...count(target, own, isOver || beYear < thisYear) };
  });
  const whole = count(target, deeds, isOver);
  return {
    ...whole,
    state: summary(years, false),
    isExceeded: years.some((year) => year.isExceeded),
    isLate: false,
    years,
  };
}

/**
 * The state of a whole that is counted in parts. Complete when every part is and none is missing; overdue when a part
 * is; no data when nothing is counted.
 * @param isOpen true when there are parts that nobody can name
 */
export function summary(parts: readonly Pick<Counted, 'state' | 'count'>[], isOpen: boolean): ProgressState {
  if (!isOpen && parts.length > 0 && parts.every(({ state }) => state === 'complete')) return 'complete';
  if (parts.some(({ state }) => state === 'overdue')) return 'overdue';
  return parts.some(({ state, count: counted }) => counted > 0 || state === 'complete')
    ? 'partial'
    : 'no_data';
}

function count(target: Target, deeds: readonly StandingEvidence[], isOver: boolean): Counted {
  const accepted = deeds.filter(({ state }) => state === 'accepted');
  const waiting = deeds.filter(({ state }) => state === 'submitted');
  const counted = sum(accepted);
  return {
    state: stateOf(target, counted, accepted.length > 0, isOver),
    count: counted,
    pending: sum(waiting),
    isExceeded:
      (target.comparator === 'exactly' || target.comparator === 'at_most') && counted > target.value,
    evidence: accepted.map(({ id }) => id),
  };
}

/** A largest number is kept when the time is over and it was not passed; until then it is kept in part. */
function stateOf(target: Target, counted: number, hasEvidence: boolean, isOver: boolean): ProgressState {
  if (target.comparator === 'at_most') {
    if (isOver && hasEvidence && counted <= target.value) return 'complete';
    if (isOver && !hasEvidence) return 'overdue';
    return hasEvidence ? 'partial' : 'no_data';
  }
  const isReached = target.comparator === 'more_than' ? counted > target.value : counted >= target.value;
  if (isReached && hasEvidence) return 'complete';
  if (isOver) return 'overdue';
  return hasEvidence ? 'partial' : 'no_data';
}

const sum = (deeds: readonly StandingEvidence[]): number =>
  deeds.reduce((total, { facts }) => total + facts.amount, 0);

function beYearOf(date: string): number {
  const [year = '', month] = date.split('-');
  return toBuddhistEraYear(Number(year), month === undefined ? null : Number(month));
}
