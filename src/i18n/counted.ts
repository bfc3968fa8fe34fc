import type { UnitProgress } from '../domain/commitment-progress.ts';
import type { Commitment } from '../domain/edition.ts';
import { commitmentPeriodLabels, comparatorLabels } from './labels.ts';
import { formatNumber } from './numbers.ts';

type Target = Pick<Commitment, 'comparator' | 'value' | 'unit' | 'per'>;

/** ไม่น้อยกว่า 6 เรื่อง ทุกปี พ.ศ. */
export const targetText = ({ comparator, value, unit, per }: Target): string =>
  [
    `${comparatorLabels[comparator]} ${formatNumber(value)} ${unit}`,
    ...(per === null ? [] : [commitmentPeriodLabels[per]]),
  ].join(' ');

/** นับได้ 2 เรื่อง รอพิจารณา 1; of what is counted every year the present one, and how many before it fell short. */
export function countText({ count, pending, years }: UnitProgress, { unit }: Target): string {
  const year = years.at(-1);
  const counted = year ?? { count, pending };
  const short = years.slice(0, -1).filter(({ state }) => state !== 'complete').length;
  return [
    ...(year ? [`ปี พ.ศ. ${year.beYear}`] : []),
    `นับได้ ${formatNumber(counted.count)} ${unit}`,
    ...(counted.pending > 0 ? [`รอพิจารณา ${formatNumber(counted.pending)}`] : []),
    ...(short > 0 ? [`(ปีก่อนหน้าที่ยังไม่ครบ ${short} ปี)`] : []),
  ].join(' ');
}
