import type { Reading } from '../domain/commitment-progress.ts';
import type { EvidenceRow } from '../domain/counted-commitment.ts';
import type { Commitment } from '../domain/edition.ts';
import { formatNumber } from '../i18n/numbers.ts';

/** What a reader must know about how a reading was counted, one sentence each. */
export function progressNotes(
  { scope, units, hasUnnamed, unplaced }: Reading,
  { per, unit: what }: Pick<Commitment, 'per' | 'unit'>,
  evidence: readonly EvidenceRow[],
): readonly string[] {
  const counted = new Set(units.flatMap((unit) => unit.evidence));
  const pending = units.reduce((total, unit) => total + unit.pending, 0);
  const outside = evidence.filter(
    ({ number }) => !counted.has(String(number)) && !unplaced.includes(String(number)),
  );
  return [
    ...(hasUnnamed ? ['แหล่งข่าวอ้างว่ามีภาคีมากกว่าที่มีชื่อ จึงยังถือว่าครบทุกแห่งไม่ได้ จนกว่าจะรู้ว่าเป็นใคร'] : []),
    ...(units.some(({ isLate }) => isLate) ? ['บางส่วนครบจำนวนหลังพ้นกำหนดแล้ว'] : []),
    ...(units.some(({ isExceeded }) => isExceeded) ? ['นับได้มากกว่าจำนวนที่ตกลงไว้'] : []),
    ...(unplaced.length > 0 ? [`หลักฐานหมายเลข ${unplaced.join(', ')} ไม่ระบุพื้นที่ จึงไม่นับเข้าพื้นที่ใด`] : []),
    ...(outside.length > 0
      ? [
          `หลักฐานหมายเลข ${outside.map(({ number }) => number).join(', ')} ไม่นับแบบนี้ เพราะทำหลังวันนี้ หรือผู้ทำไม่ได้เป็นภาคีในเวลานั้น${scope === 'each_place' ? ' หรืออยู่นอกพื้นที่ของภาคี' : ''}`,
        ]
      : []),
    ...(pending > 0 ? [`รอพิจารณาอีก ${formatNumber(pending)}\u00a0${what} ยังไม่นับ`] : []),
    ...(per === 'be_year' ? ['นับใหม่ทุกปี พ.ศ. ผลงานของปีหนึ่งไม่ยกไปปีอื่น'] : []),
  ];
}
