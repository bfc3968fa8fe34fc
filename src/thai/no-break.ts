const NO_BREAK_SPACE = '\u00a0';

// ต. อ. จ. ม. as words of their own ("อบต. …" is not one), then the name or number.
const PLACE = /(?<![ก-๎.])([ตอจม]\.)[ \t]+(?=[ก-๎๐-๙0-9])/g;
const NUMBERED = /(?<![ก-๎])(ข้อ|หมวด(?:ที่)?|ส่วน(?:ที่)?|ฉบับที่|หมู่(?:ที่)?)[ \t]+(?=[๐-๙0-9])/g;
const YEAR = /([พค]\.ศ\.)[ \t]+(?=[๐-๙0-9])/g;
const REPETITION = / (?=ๆ)/g;

/**
 * Text with the spaces that must not end a line made no-break spaces (U+00A0): after ต. อ. จ. ม. before a
 * name or number; after ข้อ หมวด ส่วน ฉบับที่ หมู่ที่ before a number; after พ.ศ. ค.ศ. before a year; before ๆ.
 * Only spaces that are there are changed; none is added. Idempotent. Not for URLs or code.
 */
export function withNoBreaks(text: string): string {
  return text
    .replace(PLACE, `$1${NO_BREAK_SPACE}`)
    .replace(NUMBERED, `$1${NO_BREAK_SPACE}`)
    .replace(YEAR, `$1${NO_BREAK_SPACE}`)
    .replace(REPETITION, NO_BREAK_SPACE);
}
