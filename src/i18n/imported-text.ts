import type { ImportNote, ImportNoteKind, ImportProblem } from '../domain/imported-text.ts';
import { formatNumber } from './numbers.ts';

/** What was left out or changed: the thing, its counting word, and what became of it. */
const noteTexts: Readonly<
  Record<ImportNoteKind, { readonly what: string; readonly unit: string; readonly fate: string }>
> = {
  image: { what: 'รูปภาพ', unit: 'รูป', fate: 'ไม่ได้นำเข้า หากจำเป็นโปรดแนบเป็นไฟล์ภายหลัง' },
  text_box: { what: 'กล่องข้อความ', unit: 'กล่อง', fate: 'ไม่ได้นำเข้า โปรดพิมพ์เพิ่มหากเป็นส่วนของตัวบท' },
  comment: { what: 'ความเห็นของผู้ตรวจ', unit: 'แห่ง', fate: 'ไม่ได้นำเข้า' },
  deletion: { what: 'ข้อความที่ติดตามไว้ว่าลบ', unit: 'แห่ง', fate: 'ตัดออกตามที่ติดตามไว้' },
  insertion: { what: 'ข้อความที่ติดตามไว้ว่าเพิ่ม', unit: 'แห่ง', fate: 'นำเข้าเป็นตัวบทแล้ว' },
  header_footer: { what: 'หัวกระดาษหรือท้ายกระดาษ', unit: 'ชุด', fate: 'ไม่ได้นำเข้า' },
  contents: { what: 'สารบัญ', unit: 'บรรทัด', fate: 'ไม่ได้นำเข้า ทะเบียนทำสารบัญจากหัวข้อให้เอง' },
  hidden_text: { what: 'ข้อความที่ซ่อนไว้', unit: 'แห่ง', fate: 'ไม่ได้นำเข้า' },
  object: { what: 'วัตถุที่ฝังไว้', unit: 'ชิ้น', fate: 'ไม่ได้นำเข้า' },
  equation: { what: 'สมการ', unit: 'สมการ', fate: 'ไม่ได้นำเข้า โปรดพิมพ์เป็นข้อความ' },
  numbering: { what: 'เลขข้อที่ Word ใส่ให้เอง', unit: 'แห่ง', fate: 'เขียนลงเป็นตัวอักษรแล้ว โปรดตรวจว่าตรงกับต้นฉบับ' },
  footnote: { what: 'เชิงอรรถ', unit: 'รายการ', fate: 'ย้ายไปไว้ท้ายตัวบท' },
  merged_cell: { what: 'ช่องตารางที่ผสานไว้', unit: 'ช่อง', fate: 'ข้อความอยู่ในช่องแรก ช่องอื่นเว้นว่าง' },
  cell_blocks: { what: 'ช่องตารางที่มีหลายย่อหน้า', unit: 'ช่อง', fate: 'รวมเป็นย่อหน้าเดียว' },
  nested_table: { what: 'ตารางซ้อนในตาราง', unit: 'ตาราง', fate: 'เขียนต่อกันเป็นข้อความในช่อง' },
  table_header: { what: 'ตารางที่ไม่ได้บอกแถวหัวตาราง', unit: 'ตาราง', fate: 'ใช้แถวแรกเป็นหัวตาราง' },
  link: { what: 'ลิงก์ที่ไม่รับ', unit: 'แห่ง', fate: 'เหลือแต่ข้อความ รับเฉพาะ https, http, อีเมล และโทรศัพท์' },
  emphasis: { what: 'ตัวหนาหรือตัวเอน', unit: 'แห่ง', fate: 'เป็นตัวธรรมดา เพราะเครื่องหมายติดกับตัวอักษร' },
  script: { what: 'สคริปต์', unit: 'แห่ง', fate: 'ตัดทิ้ง' },
  form: { what: 'ช่องกรอกหรือปุ่ม', unit: 'แห่ง', fate: 'ตัดทิ้ง' },
  media: { what: 'วิดีโอ เสียง หรือหน้าฝัง', unit: 'ชิ้น', fate: 'ไม่ได้นำเข้า' },
};

/** One line of the report of an import: "รูปภาพ 2 รูป: ไม่ได้นำเข้า …". */
export function importNoteText({ kind, count }: ImportNote): string {
  const { what, unit, fate } = noteTexts[kind];
  return `${what} ${formatNumber(count)} ${unit}: ${fate}`;
}

/** Why nothing could be imported, in one sentence each. */
export const importProblemTexts: Readonly<Record<ImportProblem, string>> = {
  no_content: 'ยังไม่ได้เลือกไฟล์หรือวางข้อความ',
  not_docx: 'ไฟล์นี้ไม่ใช่ไฟล์ Word (.docx) หรือหน้าเว็บ (.html)',
  old_word: 'ไฟล์นี้เป็น Word รุ่นเก่า (.doc) หรือใส่รหัสผ่านไว้ โปรดเปิดใน Word แล้วบันทึกเป็น .docx ที่ไม่มีรหัสผ่าน',
  broken: 'อ่านไฟล์นี้ไม่ได้ ไฟล์อาจเสียหาย โปรดเปิดใน Word แล้วบันทึกใหม่',
  too_large: 'ไฟล์ใหญ่เกินไป รับได้ไม่เกิน 5 เมกะไบต์ โปรดลบรูปภาพออกแล้วบันทึกใหม่',
  too_complex: 'ไฟล์นี้ซับซ้อนเกินกว่าที่ระบบจะอ่านได้ โปรดคัดลอกเฉพาะตัวบทไปไว้ในไฟล์ใหม่',
  too_slow: 'อ่านไฟล์นี้นานเกินไปจึงหยุดไว้ โปรดแบ่งเป็นไฟล์ที่เล็กลง',
  busy: 'ขณะนี้มีผู้นำเข้าไฟล์หลายคน โปรดรอสักครู่แล้วลองใหม่',
  empty: 'ไม่พบข้อความในสิ่งที่นำเข้า',
  text_too_long: 'ตัวบทยาวเกิน 256 กิโลไบต์ โปรดแบ่งเป็นส่วน',
};
