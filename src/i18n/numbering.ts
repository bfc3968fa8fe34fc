import type { NumberingProblem } from '../domain/numbering/check-numbering.ts';
import { toThaiDigits } from '../thai/digits.ts';

/** What may have been overlooked, in one sentence; numbers in the digits of the provision it is about. */
export function numberingSentence(problem: NumberingProblem): string {
  const word = problem.label.replace(/[\s\u00a0]*[0-9๐-๙./]+$/, '');
  const numbered = (number: number): string =>
    `${word} ${/[๐-๙]/.test(problem.label) ? toThaiDigits(String(number)) : number}`;
  switch (problem.kind) {
    case 'empty':
      return `${problem.label} ยังไม่มีข้อความ`;
    case 'mixed_digits':
      return problem.usual === 'thai'
        ? `${problem.label} ใช้เลขอารบิก ส่วนใหญ่ของตัวบทใช้เลขไทย`
        : `${problem.label} ใช้เลขไทย ส่วนใหญ่ของตัวบทใช้เลขอารบิก`;
    case 'duplicate':
      return `${problem.label} ซ้ำกับบรรทัดที่ ${problem.firstLine}`;
    case 'order':
      return `${problem.label} อยู่หลัง ${problem.after} ลำดับสลับกัน`;
    case 'restart':
      return `${problem.label} เริ่มนับใหม่ หลังจาก ${problem.after} หากอ้างถึงเลขนี้จะไม่รู้ว่าแห่งใด`;
    case 'gap': {
      const missing =
        problem.from === problem.until
          ? numbered(problem.from)
          : `${numbered(problem.from)} ถึง ${numbered(problem.until)}`;
      return problem.after === null
        ? `เริ่มที่ ${problem.label} โดยไม่มี ${missing}`
        : `ระหว่าง ${problem.after} กับ ${problem.label} ไม่มี ${missing}`;
    }
    default:
      return problem satisfies never;
  }
}
