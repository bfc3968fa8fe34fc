import { toBuddhistEraYear } from './buddhist-era.ts';
import { toThaiDigits } from './digits.ts';
import { monthName } from './month-names.ts';
import type { WrittenDate } from './written-date.ts';

export type DateStyle = {
  /** The digits of the result; Arabic unless told. */
  readonly digits?: 'arabic' | 'thai';
  /** Full or abbreviated month names; full unless told. */
  readonly style?: 'long' | 'short';
  /** `both` adds the common era in brackets, for readers of other calendars. */
  readonly era?: 'be' | 'both';
};

type Day = { readonly year: number; readonly month: number | null; readonly day: number | null };

const NO_BREAK_SPACE = '\u00a0';

/**
 * A date in Thai in the Buddhist era: "15–16 พฤษภาคม 2560", "31 ตุลาคม – 1 พฤศจิกายน 2565", "พฤษภาคม 2560",
 * "พ.ศ. 2560", "ปีงบประมาณ 2566". The understood date is written, not `textAsWritten`.
 * No line ends inside a date: its spaces are no-break spaces, but those round the dash of a range that has some.
 * `parseWrittenDate` reads the result back (era `be`).
 * Throws RangeError when `start` or `end` is not an ISO date of the stated precision.
 */
export function formatWrittenDate(date: WrittenDate, options: DateStyle = {}): string {
  const style = options.style ?? 'long';
  const start = readIso(date.start, date.precision);
  const end = date.end === null ? null : readIso(date.end, date.precision);
  const text = toThaiText(date.precision, start, end, style);
  const withEra = options.era === 'both' ? `${text} (${toCommonEraText(date.precision, start, end)})` : text;
  return options.digits === 'thai' ? toThaiDigits(withEra) : withEra;
}

/** A date of an address (`2017`, `2017-05`, `2017-05-15`) in Thai: "พ.ศ. 2560", "พฤษภาคม 2560", "15 พฤษภาคม 2560". */
export function formatAddressDate(date: string): string {
  const precision = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  return formatWrittenDate({ start: date, end: null, precision, textAsWritten: null, isInferred: false });
}

/**
 * An instant as a Thai reader's clock shows it: "22 พฤศจิกายน 2569 เวลา 13.05 น.".
 * `iso` is an ISO 8601 instant with its offset; Thai time is UTC+7 all year.
 * Throws RangeError when `iso` is not an instant.
 */
export function formatInstant(iso: string): string {
  if (!/T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso))
    throw new RangeError(`"${iso}" is not an instant with an offset.`);
  const local = new Date(Date.parse(iso) + 7 * 60 * 60 * 1000).toISOString();
  const day = readIso(local.slice(0, 10), 'day');
  return `${dayMonthYear(day, 'long')} เวลา${NO_BREAK_SPACE}${local.slice(11, 13)}.${local.slice(14, 16)}${NO_BREAK_SPACE}น.`;
}

function toThaiText(
  precision: WrittenDate['precision'],
  start: Day,
  end: Day | null,
  style: 'long' | 'short',
) {
  switch (precision) {
    case 'fiscal_year':
      return `ปีงบประมาณ${NO_BREAK_SPACE}${span(yearOf(start) + 1, end === null ? null : yearOf(end))}`;
    case 'year':
      return `พ.ศ.${NO_BREAK_SPACE}${span(yearOf(start), end === null ? null : yearOf(end))}`;
    case 'month':
    case 'day':
      return end === null ? dayMonthYear(start, style) : range(start, end, style);
    default:
      return precision satisfies never;
  }
}

function range(start: Day, end: Day, style: 'long' | 'short'): string {
  if (yearOf(start) !== yearOf(end)) return `${dayMonthYear(start, style)} – ${dayMonthYear(end, style)}`;
  if (start.month === end.month) return `${start.day}–${dayMonthYear(end, style)}`;
  const dash = start.day === null ? '–' : ' – ';
  return `${dayMonth(start, style)}${dash}${dayMonthYear(end, style)}`;
}

function dayMonth({ day, month }: Day, style: 'long' | 'short'): string {
  const name = monthName(month ?? 0, style);
  return day === null ? name : `${day}${NO_BREAK_SPACE}${name}`;
}

function dayMonthYear(date: Day, style: 'long' | 'short'): string {
  return `${dayMonth(date, style)}${NO_BREAK_SPACE}${yearOf(date)}`;
}

function yearOf({ year, month }: Day): number {
  return toBuddhistEraYear(year, month);
}

function span(first: number, last: number | null): string {
  return last === null || last === first ? String(first) : `${first}–${last}`;
}

function toCommonEraText(precision: WrittenDate['precision'], start: Day, end: Day | null): string {
  const first = precision === 'fiscal_year' ? start.year + 1 : start.year;
  return `ค.ศ.${NO_BREAK_SPACE}${span(first, end?.year ?? null)}`;
}

const SHAPES: Record<WrittenDate['precision'], RegExp> = {
  year: /^(\d{4})$/,
  month: /^(\d{4})-(\d{2})$/,
  day: /^(\d{4})-(\d{2})-(\d{2})$/,
  fiscal_year: /^(\d{4})-(\d{2})-(\d{2})$/,
};

function readIso(iso: string, precision: WrittenDate['precision']): Day {
  const match = SHAPES[precision].exec(iso);
  if (match === null) throw new RangeError(`"${iso}" is not an ISO date of precision ${precision}.`);
  const [, year, month, day] = match;
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null };
}
