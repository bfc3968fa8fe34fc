import { filledBlanks } from '../domain/blanks.ts';
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
export function rewordedText(runs: readonly TextRun[]): string {
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
    from > 0 ? `มาจาก ${formatNumber(from)}` : null,
    taken > 0 ? `นำไปใช้ ${formatNumber(taken)}${taken >= most ? ' ขึ้นไป' : ''}` : null,
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
