import type { DraftFields } from '../../../domain/draft.ts';
import { insertProvision } from '../../../domain/numbering/insert-provision.ts';
import { describeText } from '../../../writing/describe-text.ts';
import { expandAbbreviation } from '../../../writing/find-abbreviations.ts';

/** What a tool made of the typed text; nothing of it is stored yet. */
export type ToolResult = { readonly fields: DraftFields; readonly notice: string };

/** Puts a new provision into the typed text, behind the one named. */
export function insertInto(fields: DraftFields, after: string, isRenumbering: boolean): ToolResult {
  const { parts } = describeText(fields.body);
  const options = { after: after === '' ? null : after, isRenumbering };
  const { body, label, line, referringLines } = insertProvision(fields.body, parts, options);
  const referring =
    referringLines.length === 0
      ? ''
      : ` เลขข้อที่ตามมาเลื่อนแล้ว โปรดตรวจที่อ้างถึงเลขเดิมในบรรทัด ${referringLines.join(', ')}`;
  return { fields: { ...fields, body }, notice: `แทรก ${label} ที่บรรทัด ${line} แล้ว ยังไม่ได้บันทึก${referring}` };
}

/** Writes one short form of the typed text in full. */
export function expandIn(fields: DraftFields, start: number): ToolResult {
  const body = expandAbbreviation(fields.body, start);
  const notice =
    body === fields.body ? 'ข้อความตรงนั้นเปลี่ยนไปแล้ว จึงไม่ได้เขียนคำย่อให้เต็ม' : 'เขียนคำย่อเป็นคำเต็มแล้ว ยังไม่ได้บันทึก';
  return { fields: { ...fields, body }, notice };
}
