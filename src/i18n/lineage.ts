import { filledBlanks } from '../domain/blanks.ts';
import type { DeviationCounts } from '../domain/deviation.ts';
import type { TextRun } from '../domain/difference/text-runs.ts';
import type { TakenWords } from '../domain/taken-words.ts';
import { formatNumber } from './numbers.ts';

/** How words that were taken over differ from those they came from, in one plain phrase. */
export function takenText(words: TakenWords, isWhole: boolean): string {
  switch (words.kind) {
    case 'same':
      return 'ถ้อยคำตรงกันทุกตัวอักษร';
    case 'filled':
      return `ตรงตามต้นทาง เติมช่องว่าง ${formatNumber(filledBlanks(words.runs).length)} แห่ง`;
    case 'reworded':
      return rewordedText(words.runs);
    case 'own':
      return 'เขียนใหม่ด้วยถ้อยคำของตนเอง';
    case 'unknown':
      return isWhole ? 'เป็นความเกี่ยวข้องของทั้งเอกสาร จึงไม่ได้เทียบถ้อยคำ' : 'ทะเบียนไม่มีถ้อยคำของอีกฝั่งให้เทียบ';
    default:
      return words satisfies never;
  }
}

/** "ปรับถ้อยคำ เพิ่ม 2 แห่ง ตัด 1 แห่ง เติมช่องว่าง 1 แห่ง". */
function rewordedText(runs: readonly TextRun[]): string {
  const filled = filledBlanks(runs).length;
  const places = (kind: TextRun['kind']) => runs.filter((run) => run.kind === kind).length - filled;
  const counts = [
    { word: 'เพิ่ม', count: places('added') },
    { word: 'ตัด', count: places('removed') },
    { word: 'เติมช่องว่าง', count: filled },
  ];
  const told = counts.filter(({ count }) => count > 0);
  return ['ปรับถ้อยคำ', ...told.map(({ word, count }) => `${word} ${formatNumber(count)} แห่ง`)].join(' ');
}

/** How many relatives a provision has, beside its text: "มาจาก 1 · นำไปใช้ 3"; null without any. */
export function relativesText(from: number, taken: number, most: number): string | null {
  const told = [
    from > 0 ? `มาจาก\u00a0${formatNumber(from)}` : null,
    taken > 0 ? `นำไปใช้\u00a0${formatNumber(taken)}${taken >= most ? ' ขึ้นไป' : ''}` : null,
  ].flatMap((part) => part ?? []);
  return told.length === 0 ? null : told.join(' · ');
}

/** The words of the page of a provision. */
export const provisionWords = {
  ancestors: 'ข้อนี้มาจากไหน',
  noAncestors: 'ทะเบียนไม่มีบันทึกว่าข้อนี้นำมาจากเอกสารอื่น',
  descendants: 'ใครนำข้อนี้ไปใช้',
  noDescendants: 'ทะเบียนยังไม่มีบันทึกว่ามีเอกสารใดนำข้อนี้ไปใช้',
  siblings: 'ข้ออื่นที่มาจากที่เดียวกัน',
  similar: 'ข้อที่คล้ายกัน',
  others: 'เอกสารอื่นที่กล่าวถึง',
  history: 'ประวัติของข้อนี้',
  commitments: 'เป้าหมายที่ตั้งไว้ในข้อนี้',
  seen: 'แสดงไว้แล้วในรายการนี้',
  cut: 'ยังไม่ได้ไล่ต่อจากข้อนี้ เปิดข้อนั้นเพื่อดูต่อ',
  first: 'มีอยู่ในฉบับแรกที่ทะเบียนมี',
  unchanged: 'คงเดิมทุกตัวอักษร',
  whole: 'ทั้งเอกสาร',
  missing: 'ทะเบียนยังไม่มีเอกสารนี้',
} as const;

/** "ใช้ตรงคำต่อคำ 11 จาก 41 ข้อของแม่แบบ ปรับถ้อยคำ 6 ข้อ ไม่ได้นำมาใช้ 24 ข้อ เพิ่มเอง 1 ข้อ". */
export function deviationText({ model, verbatim, adapted, leftOut, added }: DeviationCounts): string {
  const counts = [
    { word: 'ปรับถ้อยคำ', count: adapted },
    { word: 'ไม่ได้นำมาใช้', count: leftOut },
    { word: 'เพิ่มเอง', count: added },
  ];
  const told = counts
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word} ${formatNumber(count)} ข้อ`);
  return [
    `ใช้ตรงคำต่อคำ ${formatNumber(verbatim)} จาก ${formatNumber(model)} ข้อของแม่แบบ`,
    ...(told.length === 0 ? ['ไม่มีข้อใดต่างจากแม่แบบ'] : told),
  ].join(' ');
}

/** "เติมช่องว่างของแม่แบบแล้ว 3 แห่ง ยังไม่เติม 2 แห่ง"; null for a model without blanks. */
export function blanksText({ filled, open }: DeviationCounts): string | null {
  if (filled + open === 0) return null;
  const told = [
    filled > 0 ? `เติมช่องว่างของแม่แบบแล้ว ${formatNumber(filled)} แห่ง` : null,
    open > 0 ? `ยังมีช่องว่างที่ไม่ได้เติม ${formatNumber(open)} แห่ง` : null,
  ];
  return told.flatMap((part) => part ?? []).join(' ');
}

/** The words of the page of a deviation. */
export const deviationWords = {
  title: 'ต่างจากแม่แบบอย่างไร',
  adapted: 'ข้อที่ปรับถ้อยคำ',
  added: 'ส่วนที่เพิ่มเอง',
  leftOut: 'ส่วนของแม่แบบที่ไม่ได้นำมาใช้',
  verbatim: 'ส่วนที่ตรงกับแม่แบบคำต่อคำ',
} as const;
