import type { PartHead } from '../domain/difference/compared-part.ts';
import type { ChangeCount, ToldKind } from '../domain/difference/count-changes.ts';
import { formatNumber } from './numbers.ts';

/** What happened to a part, as a short label beside its name. */
export const toldLabels: Readonly<Record<ToldKind, string>> = {
  added: 'เพิ่ม',
  removed: 'ตัดออก',
  reworded: 'แก้ถ้อยคำ',
  moved: 'ย้าย',
  moved_reworded: 'ย้ายพร้อมแก้ถ้อยคำ',
  split: 'แยก',
  merged: 'รวม',
  relabelled: 'เปลี่ยนวิธีเขียนเลข',
};

/** What parts are counted in. */
export const partCounters: Readonly<Record<PartHead['kind'], string>> = {
  chapter: 'หมวด',
  part: 'ส่วน',
  clause: 'ข้อ',
  heading: 'หัวข้อ',
  preface: 'ความนำ',
};

/** There is one preface, so it is named and not counted. */
const counted = (number: number, kind: PartHead['kind']): string =>
  kind === 'preface' ? partCounters[kind] : ` ${formatNumber(number)} ${partCounters[kind]}`;

const order: readonly PartHead['kind'][] = ['preface', 'chapter', 'part', 'clause', 'heading'];

/** "เพิ่ม 2 ข้อ แก้ถ้อยคำ 3 ข้อ ย้าย 1 ข้อ"; says so when no word of the text changed. */
export function summaryText(counts: readonly ChangeCount[]): string {
  if (counts.length === 0) return 'ตัวบทไม่มีถ้อยคำใดเปลี่ยน';
  const kinds = [...new Set(counts.map((one) => one.told))];
  return kinds
    .map((told) => {
      const parts = counts
        .filter((one) => one.told === told)
        .sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
        .map(({ part, before, after }) =>
          before === after ? counted(after, part) : `${counted(before, part)}เป็น${counted(after, part)}`,
        );
      return `${toldLabels[told]}${parts.join('')}`;
    })
    .join(' ');
}

const unchangedOrder: readonly PartHead['kind'][] = ['clause', 'chapter', 'part', 'heading', 'preface'];

/** "อีก 36 ข้อ 9 หมวด ไม่เปลี่ยน"; empty when nothing stayed. */
export function unchangedText(kinds: readonly PartHead['kind'][]): string {
  const counts = [...new Set(kinds)]
    .sort((a, b) => unchangedOrder.indexOf(a) - unchangedOrder.indexOf(b))
    .map((kind) => counted(kinds.filter((one) => one === kind).length, kind).trim());
  return counts.length === 0 ? '' : `อีก ${counts.join(' ')} ไม่เปลี่ยน`;
}

/** The words of the comparison's page. */
export const comparisonWords = {
  title: 'เปลี่ยนอะไรบ้าง',
  added: 'เพิ่ม',
  removed: 'ตัดออก',
  changed: 'แก้ไข',
  addedSign: '+',
  removedSign: '−',
  space: 'เว้นวรรค',
  lineEnd: 'ขึ้นบรรทัดใหม่',
  detailsOnly: 'แก้หมายเหตุ รายละเอียด หรือแหล่งอ้างอิง',
  formOnly: 'ถ้อยคำเหมือนกันทุกตัวอักษร ต่างกันเฉพาะรูปแบบการจัดหน้า เช่น ตัวหนาหรือลิงก์',
  backwards: 'กำลังเทียบย้อนเวลา คือจากฉบับที่ใหม่กว่าไปหาฉบับที่เก่ากว่า ส่วนที่บอกว่า “เพิ่ม” จึงเป็นส่วนที่ฉบับใหม่กว่าตัดออกไป',
  noteTitle: 'ผู้เผยแพร่บันทึกการแก้ไขไว้ว่า',
  nothingElse: 'ข้อมูลอื่นของฉบับเหมือนเดิม',
  fromPrevious: 'เปลี่ยนอะไรบ้างจากฉบับก่อน',
} as const;
