import type { ReadingSummary } from '../domain/commitment-span.ts';
import type { Commitment } from '../domain/edition.ts';
import type { UncountedReason } from '../domain/uncounted.ts';
import { comparatorLabels } from './labels.ts';
import { formatNumber } from './numbers.ts';

/** Sentences that say how far a commitment is kept. Every number in them is counted. */

/** ไม่น้อยกว่า 6 เรื่อง */
export const targetText = ({
  comparator,
  value,
  unit,
}: Pick<Commitment, 'comparator' | 'value' | 'unit'>): string =>
  `${comparatorLabels[comparator]} ${formatNumber(value)}\u00a0${unit}`;

/** What is counted each by itself, in words. */
const unitNouns = { each_party: 'ภาคี', each_place: 'พื้นที่' } as const;

const isEach = (scope: ReadingSummary['scope']): scope is keyof typeof unitNouns => scope in unitNouns;

/** The noun for the parties or places that a reading counts each by itself; null where all is counted together. */
export const unitNoun = (scope: ReadingSummary['scope']): string | null =>
  isEach(scope) ? unitNouns[scope] : null;

type Counted = Pick<ReadingSummary, 'scope' | 'complete' | 'units' | 'count'>;
type Target = Pick<Commitment, 'comparator' | 'value' | 'unit' | 'per'>;

/**
 * "7 จาก 10 พื้นที่ครบแล้ว", "นับได้ 2 จากเป้าหมายไม่น้อยกว่า 6 เรื่อง".
 * @param years of what is counted together again every year: how many there are by now, and how many are complete
 */
export function progressText(
  reading: Counted,
  target: Target,
  years: { readonly complete: number; readonly all: number } | null = null,
): string {
  const noun = unitNoun(reading.scope);
  if (noun !== null) {
    return reading.units === 0
      ? `ยังไม่มี${noun}ที่มีชื่อให้นับ`
      : `${formatNumber(reading.complete)} จาก ${formatNumber(reading.units)} ${noun}ครบแล้ว`;
  }
  if (years !== null) return `${formatNumber(years.complete)} จาก ${formatNumber(years.all)} ปีครบแล้ว`;
  const counted = `นับได้ ${formatNumber(reading.count)}`;
  return target.per === null
    ? `${counted} จากเป้าหมาย${targetText(target)}`
    : `${counted}\u00a0${target.unit}ในทุกปีรวมกัน`;
}

/** Why an accepted deed is not in a number, said behind its name. */
export const uncountedSentences: Readonly<Record<UncountedReason, string>> = {
  not_yet: 'ยังไม่นับ ณ วันนี้ เพราะวันที่ทำอยู่หลังวันนี้',
  not_a_party: 'ไม่นับ เพราะผู้ทำไม่ได้เป็นภาคีในวันที่ทำ',
  withdrawn: 'ไม่นับแยกให้ภาคีใด เพราะผู้ทำไม่เป็นภาคีแล้ว',
  unplaced: 'ไม่นับเข้าพื้นที่ใด เพราะไม่ได้ระบุพื้นที่',
  outside: 'ไม่นับ เพราะทำนอกพื้นที่ของภาคี',
  other_year: 'ไม่นับ เพราะทำก่อนปีแรกหรือหลังปีสุดท้ายที่ใช้นับ',
};

/** How many ways a scope can be read: "อ่านได้สองทาง". */
export const waysText = (readings: number): string =>
  `อ่านได้${['', 'ทางเดียว', 'สองทาง', 'สามทาง', 'สี่ทาง', 'ห้าทาง'][readings] ?? `${readings} ทาง`}`;
