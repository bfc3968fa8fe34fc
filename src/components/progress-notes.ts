import type { Reading } from '../domain/commitment-progress.ts';
import type { Commitment } from '../domain/edition.ts';
import { type UncountedDeed, uncountedReasons } from '../domain/uncounted.ts';
import { formatNumber } from '../i18n/numbers.ts';
import { uncountedSentences } from '../i18n/progress.ts';

/** What a reader must know about how a reading was counted, one sentence each. */
export function progressNotes(
  { units, hasUnnamed }: Reading,
  { per, unit: what }: Pick<Commitment, 'per' | 'unit'>,
  uncounted: readonly UncountedDeed[],
): readonly string[] {
  const byReason = uncountedReasons.flatMap((reason) => {
    const ids = uncounted.filter((one) => one.reason === reason).map(({ id }) => id);
    return ids.length === 0 ? [] : [`หลักฐานหมายเลข ${ids.join(', ')} ${uncountedSentences[reason]}`];
  });
  const pending = units.reduce((total, unit) => total + unit.pending, 0);
  return [
    ...(hasUnnamed ? ['แหล่งข่าวอ้างว่ามีภาคีมากกว่าที่มีชื่อ จึงยังถือว่าครบทุกแห่งไม่ได้ จนกว่าจะรู้ว่าเป็นใคร'] : []),
    ...(units.some(({ isLate }) => isLate) ? ['บางส่วนครบจำนวนหลังพ้นกำหนดแล้ว'] : []),
    ...(units.some(({ isExceeded }) => isExceeded) ? ['นับได้มากกว่าจำนวนที่ตกลงไว้'] : []),
    ...byReason,
    ...(pending > 0 ? [`รอพิจารณาอีก ${formatNumber(pending)}\u00a0${what} ยังไม่นับ`] : []),
    ...(per === 'be_year' ? ['นับใหม่ทุกปี พ.ศ. ผลงานของปีหนึ่งไม่ยกไปปีอื่น'] : []),
  ];
}
