import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { formatAddressDate } from '../thai/format-date.ts';

/** What stands in a file of the past where words stood that are not public any more. */
export const takenBackNote = 'ไม่เผยแพร่ถ้อยคำและเอกสารแล้ว เพราะการรับถูกเพิกถอนหรือแก้ไขในภายหลัง';

/** Why nothing can be told as of what an address says. */
export type AsOfProblem =
  | { readonly kind: 'not_understood' | 'not_yet' }
  | { readonly kind: 'before'; readonly first: Instant };

export function asOfProblem(problem: AsOfProblem): string {
  switch (problem.kind) {
    case 'not_understood':
      return 'อ่านวันที่ของรายการในที่อยู่ไม่ได้ ลองเขียน เช่น 2569-11-22';
    case 'not_yet':
      return 'วันที่ของรายการในที่อยู่ยังมาไม่ถึง จึงยังบอกไม่ได้ว่าทะเบียนจะมีอะไร';
    case 'before':
      return `ทะเบียนนี้เริ่มเมื่อ ${formatAddressDate(dayInThailand(problem.first))} ก่อนนั้นยังไม่มีเอกสาร`;
    default:
      return problem satisfies never;
  }
}
