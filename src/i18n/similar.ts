import type { Relation } from '../domain/edition.ts';
import type { Since } from '../domain/similarity/first-holder.ts';
import type { Likeness } from '../domain/similarity/likeness.ts';
import { formatAddressDate } from '../thai/format-date.ts';
import { relationKindLabels } from './labels.ts';

/** How much of two clauses is the same, in words. */
export function likenessText({ kind, share }: Likeness): string {
  if (kind === 'copied') return 'ถ้อยคำเดียวกัน';
  const percent = Math.round(share * 100);
  return percent > 98 ? 'ต่างกันเพียงเล็กน้อย' : `ถ้อยคำตรงกันราวร้อยละ ${percent}`;
}

/**
 * Since when a text has a clause.
 * @param adoptedLabel what the adoption is called for that type of work
 */
export const sinceText = ({ on, basis }: Since, adoptedLabel: string): string =>
  basis === 'adopted'
    ? `${adoptedLabel} ${formatAddressDate(on)}`
    : `ไม่ปรากฏวัน${adoptedLabel} เข้าทะเบียนเมื่อ ${formatAddressDate(on)}`;

/** What the record says already of two clauses that are alike, seen from the page of the one. */
export const statedText = ({
  by,
  kind,
}: {
  readonly by: 'this' | 'other';
  readonly kind: Relation['kind'];
}): string =>
  by === 'this'
    ? `เอกสารนี้บันทึกไว้แล้วว่า${relationKindLabels[kind]}เอกสารนั้น`
    : `เอกสารนั้นบันทึกไว้แล้วว่า${relationKindLabels[kind]}เอกสารนี้`;

/** What a likeness does not say. */
export const likenessCaution =
  'เทียบจากถ้อยคำของเอกสารที่เผยแพร่ในทะเบียนเท่านั้น ไม่ได้แปลว่าฝ่ายใดนำของอีกฝ่ายมาใช้ เอกสารที่มีก่อนอาจยังไม่อยู่ในทะเบียน';
