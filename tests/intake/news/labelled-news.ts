import type { FindingKind, KnownOrganisation, KnownPlace, Span } from '../../../src/domain/finding.ts';
import { organisationNamesOf } from '../../../src/intake/news/find-organisations.ts';
import { placeNamesOf } from '../../../src/intake/news/place-names.ts';

const place = (code: string, name: string): KnownPlace => ({
  code,
  name,
  level: code.length === 2 ? 'province' : code.length === 4 ? 'district' : 'tambon',
});

/** A made-up country in which two tambons and two districts have one name. */
const places: readonly KnownPlace[] = [
  place('98', 'สมมติ'),
  place('9801', 'เมืองสมมติ'),
  place('9802', 'บัวลอย'),
  place('980101', 'ไผ่ทดสอบ'),
  place('980201', 'หนองลอง'),
  place('99', 'ทดสอบ'),
  place('9901', 'เมืองทดสอบ'),
  place('9902', 'บัวลอย'),
  place('9903', 'เมืองทอง'),
  place('990101', 'ทดสอบเหนือ'),
  place('990102', 'ทดสอบใต้'),
  place('990103', 'ขยาย'),
  place('990201', 'ไผ่ทดสอบ'),
];

const body = (slug: string, names: readonly string[], covers: readonly string[] = []): KnownOrganisation => ({
  slug,
  names,
  covers,
});

const organisations: readonly KnownOrganisation[] = [
  body('sao-north', ['องค์การบริหารส่วนตำบลทดสอบเหนือ', 'อบต.ทดสอบเหนือ'], ['990101']),
  body('sao-phai-98', ['องค์การบริหารส่วนตำบลไผ่ทดสอบ', 'อบต.ไผ่ทดสอบ'], ['980101']),
  body('sao-phai-99', ['องค์การบริหารส่วนตำบลไผ่ทดสอบ', 'อบต.ไผ่ทดสอบ'], ['990201']),
  body('test-fund', ['สำนักงานกองทุนทดลอง', 'สกท.']),
  body('test-institute', ['สถาบันฝึกทดลอง (องค์การมหาชน)', 'สถาบันฝึกทดลอง', 'พทส.']),
  body('test-network', ['เครือข่ายตำบลทดสอบ'], []),
  body('test-network-north', ['เครือข่ายตำบลทดสอบภาคเหนือสุด'], []),
];

export const madeUpNames = {
  places: placeNamesOf(places),
  organisations: organisationNamesOf(organisations),
};

export type Label = Span & { readonly kind: FindingKind };

const kinds: Readonly<Record<string, FindingKind>> = {
  d: 'date',
  q: 'quantity',
  o: 'organisation',
  p: 'place',
  n: 'person',
};

/** Sentences of our own with every finding in marks: `{d:๑๕-๑๖ พฤษภาคม ๒๕๖๐}`. */
export const labelledNews: readonly string[] = [
  '{q:54 อปท.}ร่วมลงนามข้อตกลงที่จังหวัดสมมุติ',
  'เมื่อวันที่ {d:๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐} {o:เครือข่ายตำบลทดสอบภาคเหนือสุด}จัดเวที โดยการสนับสนุนจาก{o:สำนักงานกองทุนทดลอง} ({o:สกท.})',
  '{n:นายทดลอง  ตัวอย่าง ประธานกรรมการ}{o:สถาบันฝึกทดลอง} ({o:พทส.}) กล่าวว่า งานนี้มีผู้ร่วม{q:กว่า 500 คน}',
  '{n:นางสาวสมมติ นามสมมติผู้อำนวยการศูนย์ทดลอง (ศูนย์ ๓)} และ{n:นางลอง ดูก่อน ปลัดอำเภอ}ร่วมเป็นสักขีพยาน',
  'ศูนย์จัดการเครือข่าย{o:องค์การบริหารส่วนตำบลทดสอบเหนือ} {p:อำเภอเมืองทดสอบ จังหวัดทดสอบ} ถ่ายทอดความรู้',
  'พิธีจัดที่ห้องประชุม {p:ตำบลทดสอบใต้ อำเภอเมือง จังหวัดทดสอบ}',
  '{o:องค์การบริหารส่วนตำบลไผ่ทดสอบ} {p:อำเภอบัวลอย จังหวัดทดสอบ} และ{o:อบต.ไผ่ทดสอบ}',
  'จะพัฒนานวัตกรรม{q:ไม่น้อยกว่า 6 เรื่อง} รูปแบบ{q:ไม่น้อยกว่า 6 รูปแบบ} ข้อตกลง{q:อย่างน้อยพื้นที่ละ 2 ประเด็น} และ{q:ปีละ 1 เรื่อง}',
  'หนุน {q:๗+๑ นโยบาย}สาธารณะ ตามข้อเสนอ {q:๘๘ ข้อเสนอ}ของเครือข่าย',
  'ตั้งเป้า {q:900 หมู่บ้าน} {q:90 ตำบล} {q:90 อำเภอ} {q:76 จังหวัด} ในระยะเวลา{q:ไม่เกิน 3 ปี}',
  'เมื่อวันที่ {d:8 กันยายน} มีพิธี ในการประชุมระหว่างวันที่ {d:7 – 8 กันยายน  2559}',
  'ยุทธศาสตร์ระยะ {q:10 ปี} ({d:2555-2564}) ภายใน{d:ปี 2564}',
  'วิสัยทัศน์ทดสอบ {d:๒๐๒๐} เริ่ม{d:ปี ๖๓} ขยายผล{q:จำนวน ๑๕ ตำบล}',
  'งบประมาณ {q:200,000.00 บาท} จาก{o:อบจ.ทดสอบ} บันทึกเมื่อ {d:30 ม.ค. 2566} 16:03 น.',
  '{o:มูลนิธิคนทดลอง}และ{o:มหาวิทยาลัยทดลอง} ({d:25 ก.ค.60})',
  'คณะที่ ๓ มีมติตามข้อ 5 ของสำนัก 3 ครั้งที่ 2/2560 โทร. 074-256000',
  'นายกเทศมนตรีและนายอำเภอร่วมงาน นายสมมติ ไม่มีตำแหน่ง มาด้วย',
  'เครือข่ายระดับตำบลและอบต.ในพื้นที่ร่วมกัน เทศบาลตำบลทุกแห่งเข้าร่วม',
  'แบบฟอร์ม จังหวัดอำเภอตำบลลักษณะพื้นที่',
  '{d:May 24, 2017} และ {d:14-07-2017}',
  'ที่มา : {o:สำนักข่าวทดลอง}',
  '{n:นายแพทย์ทดลอง ตัวอย่าง ราษฎรอาวุโส} กล่าวเปิดงาน',
  'ทั้ง{q:๑๕ ตำบล}และตำบลขยายร่วมกันทำ',
  '{d:ประจำปีงบประมาณ พ.ศ. 2566} สนับสนุน {q:2.5 ล้านบาท} แก่ {q:12 ชุมชน}',
];

/** The sentence without its marks, and where they stood. */
export function unmarked(sentence: string): { readonly text: string; readonly labels: readonly Label[] } {
  const labels: Label[] = [];
  let text = '';
  let at = 0;
  for (const match of sentence.matchAll(/\{([dqopn]):([^}]*)\}/g)) {
    text += sentence.slice(at, match.index);
    const kind = kinds[match[1] ?? ''];
    const start = text.length;
    text += match[2] ?? '';
    if (kind) labels.push({ kind, start, end: text.length });
    at = match.index + match[0].length;
  }
  return { text: text + sentence.slice(at), labels };
}
