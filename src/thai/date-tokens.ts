import { eraOfYear } from './buddhist-era.ts';
import { MONTHS } from './month-names.ts';
import { toSearchForm } from './normal-form.ts';

/** A year as written: the era is decided by its value; two digits stand for 25xx. */
export type WrittenYear = { readonly era: 'be' | 'ce'; readonly value: number };

export type DateToken =
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'year'; readonly year: WrittenYear }
  | { readonly kind: 'month'; readonly month: number; readonly isLatin: boolean }
  | { readonly kind: 'fiscal' | 'to' | 'slash' };

const TIME = String.raw`(?:เวลา )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[-–] ?\d{1,2}[:.]\d{2})? ?(?:น\.|น(?![ก-๎])|นาฬิกา)|(?:เวลา )?\d{1,2}:\d{2}(?::\d{2})?`;
const WEEKDAY = '(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const FILLER = `(?:วัน)?${WEEKDAY}(?: ?[-–] ?(?:วัน)?${WEEKDAY})?(?:ที่)?|วันที่|วันนี้|วัน|เมื่อ|ระหว่าง|ตั้งแต่|ประกาศ|ให้ไว้|ลง|ณ|เดือน|[ (),]`;
const FISCAL = '(?:ประจำ)?ปีงบประมาณ|งบประมาณปี';
const ERA = String.raw`(?:ประจำ)?ปี|พุทธศักราช|พ ?\. ?ศ\.?|พ ?ศ(?![ก-๎])|คริสต์ศักราช|ค ?\. ?ศ\.?|ค ?ศ(?![ก-๎])`;
const MONTH = MONTHS.flatMap(({ short, spellings }) => [
  ...spellings.map((name) => (/^[a-z]/.test(name) ? `${name}(?![a-z])\\.?` : name)),
  `${short.slice(0, -1).replace('.', '(?:\\.| |\\. )?')}\\.?(?![ก-๎])`,
]).join('|');
const TOKEN = new RegExp(
  `(?<skip>${TIME}|${FILLER})|(?<fiscal>${FISCAL})|(?<era>${ERA})|(?<month>${MONTH})|(?<number>\\d+)|(?<to>ถึง|จนถึง|[-–—‑−])|(?<slash>[./](?=\\d))|\\.`,
  'y',
);

/** Longer texts are not a date; the bound keeps the reading time small. */
const MAX_LENGTH = 200;

/** The meaningful parts of a written date in order, or null when the text holds anything else. */
export function readDateTokens(text: string): readonly DateToken[] | null {
  if (text.length > MAX_LENGTH) return null;
  const source = toSearchForm(text);
  const tokens: DateToken[] = [];
  let era: string | null = null;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const groups = TOKEN.exec(source)?.groups;
    if (groups === undefined) return null;
    if (groups['era'] !== undefined) {
      era = joinedEra(era, groups['era']);
      continue;
    }
    const token = toToken(groups, era);
    if (token === null || (era !== null && token !== 'skipped' && token.kind !== 'year')) return null;
    if (token === 'skipped') continue;
    era = null;
    tokens.push(token);
  }
  return era === null ? tokens : null;
}

/** "ปี พ.ศ." is one marker; the more exact word wins. */
function joinedEra(before: string | null, marker: string): string {
  const isPlain = marker.endsWith('ปี');
  return isPlain && before !== null ? before : marker;
}

function toToken(
  groups: Record<string, string | undefined>,
  era: string | null,
): DateToken | 'skipped' | null {
  const { fiscal, month, number, to, slash } = groups;
  if (fiscal !== undefined) return { kind: 'fiscal' };
  if (to !== undefined) return { kind: 'to' };
  if (slash !== undefined) return { kind: 'slash' };
  if (month !== undefined) return toMonth(month);
  if (number !== undefined) return toNumber(number, era);
  return 'skipped';
}

function toMonth(written: string): DateToken | null {
  const bare = written.replace(/[. ]/g, '');
  const index = MONTHS.findIndex(
    ({ short, spellings }) => spellings.includes(bare) || short.replaceAll('.', '') === bare,
  );
  return index < 0 ? null : { kind: 'month', month: index + 1, isLatin: /^[a-z]/.test(bare) };
}

function toNumber(digits: string, era: string | null): DateToken | null {
  if (digits.length <= 2 && era === null)
    return { kind: 'number', value: Number(digits), digits: digits.length };
  const year = readYear(digits, era);
  return year === null ? null : { kind: 'year', year };
}

function readYear(digits: string, era: string | null): WrittenYear | null {
  const isCommonMarker = era !== null && /^ค/.test(era);
  if (digits.length === 2) return isCommonMarker ? null : { era: 'be', value: 2500 + Number(digits) };
  if (digits.length !== 4) return null;
  const byValue = eraOfYear(Number(digits));
  if (byValue === null) return null;
  if (isCommonMarker && byValue === 'be') return null;
  if (era !== null && /^พ/.test(era) && byValue === 'ce') return null;
  return { era: byValue, value: Number(digits) };
}
