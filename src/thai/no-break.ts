import { MONTHS } from './month-names.ts';

const NO_BREAK_SPACE = '\u00a0';

/** What stands between the items of a list on one line: it ends the line of the item before it, and never begins one. */
export const between = `${NO_BREAK_SPACE}· `;

const anyOf = (words: readonly string[]): string => words.join('|').replaceAll('.', '\\.');

const MONTH = anyOf(MONTHS.flatMap(({ long, short }) => [long, short]));
const COUNTED = anyOf(
  [
    'แห่ง คน ราย รูป บาท ข้อ หมวด ฉบับ เรื่อง ด้าน ชุด ชิ้น รายการ แถว ประเด็น รูปแบบ นวัตกรรม หลัก ตัวอักษร',
    'ตำบล หมู่บ้าน อำเภอ จังหวัด พื้นที่ ครัวเรือน หน่วยงาน อปท.',
    'ปี เดือน สัปดาห์ วัน ชั่วโมง นาที น. ครั้ง ขั้น',
  ].flatMap((words) => words.split(' ')),
);

// ต. อ. จ. ม. as words of their own ("อบต. …" is not one), then the name or number.
const PLACE = /(?<=(?<![ก-๎.])[ตอจม]\.)[ \t]+(?=[ก-๎๐-๙0-9])/g;
const BEFORE_NUMBER = new RegExp(
  `(?<=(?<!หัว)ข้อ|(?<![ก-๎])(?:หมวด|ส่วน|หมู่)|ที่|ปี|เวลา|[พค]\\.ศ\\.|${MONTH})[ \\t]+(?=[๐-๙0-9])`,
  'g',
);
const AFTER_NUMBER = new RegExp(
  `(?<=[0-9๐-๙])[ \\t]+(?=${MONTH}|(?:${COUNTED})(?!ที่|[ \\t\u00a0]*[0-9๐-๙]))`,
  'g',
);
const BEFORE_SIGN = / (?=ๆ|· )/g;

/**
 * Text with the spaces that must not end a line made no-break spaces (U+00A0): after ต. อ. จ. ม. before a name or number;
 * between ข้อ หมวด ส่วน หมู่ ปี เวลา or an ordinal ที่ and its number; after พ.ศ. ค.ศ. before a year; inside a date and a time;
 * between a number and what it counts; before ๆ and before a dot between items.
 * Only spaces that are there are changed; none is added. Idempotent. Not for URLs or code.
 */
export function withNoBreaks(text: string): string {
  if (!/[ \t]/.test(text)) return text;
  return [PLACE, BEFORE_NUMBER, AFTER_NUMBER, BEFORE_SIGN].reduce(
    (kept, pattern) => kept.replace(pattern, NO_BREAK_SPACE),
    text,
  );
}

/** The text with usual spaces in their place, for fields that are typed in, for files and for search. */
export const withUsualSpaces = (text: string): string => text.replaceAll(NO_BREAK_SPACE, ' ');
