import { toArabicDigits } from '../thai/digits.ts';

/** Where a part of a long file begins: its first work, from 1; with a sentence where the address says nothing of that kind. */
export function readFirstWork(params: URLSearchParams): {
  readonly from: number;
  readonly problems: readonly string[];
} {
  const text = toArabicDigits((params.get('from') ?? '').trim());
  if (text === '') return { from: 1, problems: [] };
  if (/^[1-9]\d{0,6}$/.test(text)) return { from: Number(text), problems: [] };
  return { from: 1, problems: ['อ่านลำดับของเรื่องแรกในที่อยู่ไม่ได้ ลำดับเริ่มจาก 1'] };
}
