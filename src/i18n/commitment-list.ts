import { type CommitmentFacet, notSaid } from '../domain/commitment-list.ts';
import type { ReadingSummary } from '../domain/commitment-span.ts';
import type { Commitment } from '../domain/edition.ts';
import { commitmentPeriodLabels, comparatorLabels, spanStateLabels } from './labels.ts';
import { formatNumber } from './numbers.ts';

/** What a way of narrowing commitments is called. */
export const commitmentFacetLabels: Readonly<Record<CommitmentFacet, string>> = {
  state: 'สถานะ',
  network: 'เครือข่าย',
  domain: 'ด้าน',
  year: 'ปีที่ทำข้อตกลง',
  province: 'จังหวัด',
  evidence: 'ปีที่มีหลักฐาน',
};

const notSaidLabels: Readonly<Record<CommitmentFacet, string>> = {
  state: '',
  network: 'ไม่อยู่ในเครือข่ายใดของทะเบียน',
  domain: 'ไม่ระบุด้าน',
  year: 'ไม่ระบุปี',
  province: 'ไม่ระบุจังหวัด',
  evidence: '',
};

/** @param name what the register calls it: a network or a province */
export function commitmentValueLabel(
  facet: CommitmentFacet,
  value: string,
  name: string | undefined,
): string {
  if (value === notSaid) return notSaidLabels[facet];
  if (facet === 'state')
    return Object.entries(spanStateLabels).find(([state]) => state === value)?.[1] ?? value;
  if (facet === 'year' || facet === 'evidence') return `พ.ศ.\u00a0${value}`;
  return name ?? value;
}

/** ไม่น้อยกว่า 3 เรื่อง ทุกปี พ.ศ. */
export function targetText({
  comparator,
  value,
  unit,
  per,
}: Pick<Commitment, 'comparator' | 'value' | 'unit' | 'per'>): string {
  const target = `${comparatorLabels[comparator]} ${formatNumber(value)}\u00a0${unit}`;
  return per === null ? target : `${target} ${commitmentPeriodLabels[per]}`;
}

/** What is counted so far by one reading of the scope. */
export function countText(reading: ReadingSummary, unit: string): string {
  const { scope, count, complete, units, hasUnnamed, pending } = reading;
  const isEach = scope === 'each_party' || scope === 'each_place';
  const each = scope === 'each_party' ? 'ภาคี' : 'พื้นที่';
  return [
    isEach
      ? `ครบแล้ว ${formatNumber(complete)} จาก ${formatNumber(units)} ${each} รวม ${formatNumber(count)} ${unit}`
      : `นับได้ ${formatNumber(count)} ${unit}`,
    ...(hasUnnamed ? ['ยังมีภาคีที่ไม่มีชื่อ'] : []),
    ...(pending > 0 ? [`รอพิจารณา ${formatNumber(pending)} ${unit}`] : []),
  ].join(' · ');
}
