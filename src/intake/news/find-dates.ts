import type { DateFinding, TextConflict } from '../../domain/finding.ts';
import { toArabicDigits } from '../../thai/digits.ts';
import { MONTHS } from '../../thai/month-names.ts';
import { parseWrittenDate } from '../../thai/parse-date.ts';
import type { WrittenDate } from '../../thai/written-date.ts';
import type { TextLine } from './text-line.ts';

const thaiMonths = MONTHS.flatMap(({ short, spellings }) => [
  ...spellings.filter((name) => !/^[a-z]/.test(name)),
  `${short.replaceAll('.', ' ?\\.? ?')}(?![ก-๎])`,
]).join('|');
const latinMonths = MONTHS.flatMap(({ spellings }) => spellings.filter((name) => /^[a-z]/.test(name))).join(
  '|',
);
const weekday = '(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)';
const era = '(?:พ ?\\. ?ศ ?\\.?|ค ?\\. ?ศ ?\\.?|พศ|คศ|พุทธศักราช|คริสต์ศักราช)';
const dash = '(?: ?[-–—] ?| ?ถึง ?)';
/** After "8 กันยายน", 50 of these are not the year 2550. */
const counted = 'คน|ราย|ตำบล|แห่ง|อปท|หมู่บ้าน|บาท|หน่วยงาน|\\d';
const year = `(?:,? ?(?:${era} ?)?\\d{4}(?!\\d)|,? ?${era} ?\\d{2}(?!\\d)| ?[4-7]\\d(?=[),; ]|$)(?! ?(?:${counted})))`;
const day = '\\d{1,2}';

/** Dates as documents write them, the fuller forms first. What only looks like one is sorted out by the parser. */
const DATE = new RegExp(
  [
    `(?:วัน${weekday} ?(?:ที่)? ?)?(?<![\\d.,/])${day}(?:${dash}${day})? ?(?:${thaiMonths})(?:${year})?(?:${dash}${day} ?(?:${thaiMonths})(?:${year})?)?`,
    `(?<![\\d.,/-])${day}[/.-]${day}[/.-]\\d{4}(?!\\d)`,
    '(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)',
    `(?<![a-z])(?:${latinMonths})\\.?,? ?${day},? ?\\d{4}(?!\\d)`,
    `(?<![\\d.,/])${day} (?:${latinMonths})\\.?,? ?\\d{4}(?!\\d)`,
    `(?:${thaiMonths}) ?(?:${era} ?)?\\d{4}(?!\\d)`,
    `(?:ประจำ)?ปีงบประมาณ ?(?:${era} ?)?\\d{4}(?:${dash}\\d{4})?(?!\\d)`,
    `(?:ประจำ)?(?:ปี ?${era}|${era}|ปี) ?\\d{4}(?:${dash}(?:${era} ?)?(?:\\d{4}|\\d{2}))?(?!\\d)`,
    '(?:ประจำ)?ปี ?[4-7]\\d(?![\\d,.])',
    '(?<![\\d.,/-])(?:2[4-6]\\d\\d ?[-–—] ?2[4-6]\\d\\d|(?:19|20)\\d\\d ?[-–—] ?(?:19|20)\\d\\d)(?![\\d,/-])',
    '(?<![\\d.,/-])(?:2[4-6]\\d\\d|19\\d\\d|20\\d\\d)(?![\\d,/-]|\\.\\d)',
  ].join('|'),
  'gu',
);

export type DatesFound = {
  readonly findings: readonly DateFinding[];
  readonly conflicts: readonly TextConflict[];
};

/** The dates of a text, each understood or said not to be; the year that a date leaves out only from a date around it. */
export function findDates(lines: readonly TextLine[], text: string): DatesFound {
  const found = lines.flatMap((line) =>
    [...line.form.matchAll(DATE)].map(({ 0: form, index }) => {
      const span = line.spanOf(index, index + form.length);
      const words = text.slice(span.start, span.end);
      return { ...span, form: form.trim(), text: words, value: parseWrittenDate(words) };
    }),
  );
  const dated = found.flatMap(({ value }) => (value?.precision === 'day' ? [value] : []));
  const conflicts: TextConflict[] = [];
  const findings = found.flatMap(({ form, ...one }): DateFinding[] => {
    const id = `date-${one.start}-${one.end}`;
    const inferred = one.value === null ? inferredFrom(one.text, dated) : null;
    const value = one.value ?? inferred;
    const kinds = conflictsOf(form, one.text, one.value, inferred);
    // Digits before something like a month, and no date by any reading.
    if (value === null && kinds.length === 0) return [];
    conflicts.push(
      ...kinds.map((kind) => ({ kind, findings: [id], spans: [{ start: one.start, end: one.end }] })),
    );
    return [{ kind: 'date', id, ...one, repeats: null, value }];
  });
  return { findings, conflicts };
}

/** A day and month without a year means the one dated day of that month, when the text has exactly one such year. */
function inferredFrom(words: string, dated: readonly WrittenDate[]): WrittenDate | null {
  const readings = new Map<string, WrittenDate>();
  for (const date of dated) {
    const reading = parseWrittenDate(words, { year: Number(date.start.slice(0, 4)) });
    if (reading === null || !reading.isInferred) return null;
    const [first, last] = [date.start, date.end ?? date.start];
    if (reading.start >= first && (reading.end ?? reading.start) <= last)
      readings.set(reading.start, reading);
  }
  const [only] = readings.values();
  return readings.size === 1 && only ? only : null;
}

const DAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัส', 'ศุกร์', 'เสาร์'];

function conflictsOf(
  form: string,
  words: string,
  value: WrittenDate | null,
  inferred: WrittenDate | null,
): readonly TextConflict['kind'][] {
  if (inferred) return ['year_inferred'];
  if (value === null) return whyNotUnderstood(form);
  const kinds: TextConflict['kind'][] = [];
  const day = /^วัน(อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์)/.exec(form)?.[1];
  if (day !== undefined && value.start.length === 10) {
    const fits = DAYS[new Date(`${value.start}T00:00:00Z`).getUTCDay()];
    if (fits !== day) kinds.push('weekday_differs');
  }
  const years = [...form.matchAll(/\d{4}/g)].map(([written]) => Number(written));
  if (/[๐-๙]/.test(words) && years.some((written) => written < 2400)) kinds.push('thai_ce_year');
  return kinds;
}

const MONTH_WORD = new RegExp(thaiMonths);

function whyNotUnderstood(form: string): readonly TextConflict['kind'][] {
  const numbers = [...toArabicDigits(form).matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const years = numbers.filter((number) => number >= 1000);
  const days = numbers.filter((number) => number < 1000);
  const isChristian = /ค ?\.? ?ศ|คริสต์/.test(form);
  const isBuddhist = /พ ?\.? ?ศ|พุทธ/.test(form);
  if (isBuddhist && years.some((one) => one < 2400)) return ['era_differs'];
  if (isChristian && years.some((one) => one >= 2400)) return ['era_differs'];
  if (years.length === 2 && (years[0] ?? 0) > (years[1] ?? 0)) return ['range_reversed'];
  if (!MONTH_WORD.test(form)) return /[/.-]\d{4}$/.test(form) ? ['no_such_date'] : [];
  const isRange = /\d ?(?:[-–—]|ถึง) ?\d/.test(form);
  if (isRange && days.length === 2 && (days[0] ?? 0) > (days[1] ?? 0)) return ['range_reversed'];
  return years.length === 0 ? ['year_missing'] : ['no_such_date'];
}
