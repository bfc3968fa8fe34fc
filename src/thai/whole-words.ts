/**
 * Words that the dictionaries of line breakers do not know and cut in two, longest first: of official names, and of what
 * charters and plans say in every other line. A word belongs here when half of it at the end of a line reads as another word.
 */
const WHOLE = new RegExp(
  [
    // Names.
    'องค์การบริหารส่วน(?:ตำบล|จังหวัด)',
    'องค์กรปกครองส่วนท้องถิ่น',
    'ภาคตะวันออกเฉียงเหนือ',
    'เทศบาล(?:ตำบล|เมือง|นคร)',
    'โรงพยาบาล(?:ส่งเสริมสุขภาพ)?',
    'คณะกรรมการ',
    'หน่วยงาน',
    'เครือข่าย',
    'ท้องถิ่น',
    'ผู้ใหญ่บ้าน',
    'ครัวเรือน',
    'ผู้สูงอายุ',
    'อาสาสมัคร',
    'สักขีพยาน',
    'ผู้อำนวยการ',
    // What they agree on.
    'ข้อตกลง',
    'ข้อบัญญัติ',
    'ข้อเสนอ',
    'แม่แบบ',
    'แบบฟอร์ม',
    'งบประมาณ',
    'เป้าหมาย',
    'หลักฐาน',
    'สิ่งแวดล้อม',
    'สุขภาวะ',
    '(?:สร้าง|ส่ง)เสริมสุขภาพ',
    'วิสัยทัศน์',
    'รูปแบบ',
    'รายละเอียด',
    // What they do.
    'รู้รับปรับตัว',
    'ปฏิบัติการ',
    'เตรียมพร้อม',
    'ช่วยเหลือ',
    'รับผิดชอบ',
    'มอบหมาย',
    'ดำเนินการ',
    'ขับเคลื่อน',
    'ผลักดัน',
    'ตัดสินใจ',
    'บูรณาการ',
    'เผยแพร่',
    'ลงนาม',
    'น่าอยู่',
    'เปราะบาง',
    'เข้มแข็ง',
    'มีส่วนร่วม',
    'รับฟัง',
    'ปรับใช้',
    // How much, which one, and whether.
    'ไม่น้อยกว่า',
    'อย่างน้อย',
    '(?:ฉบับลำดับ|ฉบับ|ลำดับ|วัน|ครั้ง)ที่(?=[ \u00a0])',
    'หรือไม่(?=$|[ \u00a0)”])',
    '(?<![0-9๐-๙–-])[0-9๐-๙]{1,4}[–-][0-9๐-๙]{1,4}(?![0-9๐-๙–-])',
    'SHA-256',
  ].join('|'),
  'g',
);

/** A piece of a text; no line may end inside a `isWhole` one. Joined, the pieces are the text again. */
export type TextPiece = { readonly text: string; readonly isWhole: boolean };

/** Divides a text so that องค์การบริหารส่วนตำบล, ท้องถิ่น, แม่แบบ and their like stay on one line. */
export function wholePieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { 0: whole, index } of text.matchAll(WHOLE)) {
    if (index > at) pieces.push({ text: text.slice(at, index), isWhole: false });
    pieces.push({ text: whole, isWhole: true });
    at = index + whole.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isWhole: false });
  return pieces;
}
