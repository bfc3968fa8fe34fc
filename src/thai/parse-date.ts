import { eraOfYear, toCommonEraYear } from './buddhist-era.ts';
import { type DateParts, type DateSpan, readSpan } from './date-span.ts';
import type { WrittenYear } from './date-tokens.ts';
import type { WrittenDate } from './written-date.ts';

type Meaning = Pick<WrittenDate, 'start' | 'end' | 'precision'>;

/**
 * Reads a date as Thai documents write it: days, months, years and fiscal years, ranges of each, Thai or
 * Arabic digits, full or short month names, two-digit years as 25xx, times of day ignored. The era of a year
 * follows from its value (`eraOfYear`), never from its digits' script.
 *
 * `context.year` (BE or CE by value) stands in for a year the text leaves out; the result is then inferred.
 * Null when the text is anything but one date, when a day does not exist, when marker and value of a year
 * disagree, or when the year is missing. `textAsWritten` is the input, trimmed, otherwise verbatim.
 */
export function parseWrittenDate(text: string, context: { readonly year?: number } = {}): WrittenDate | null {
  const span = readSpan(text);
  if (span === null) return null;
  const fallback = context.year === undefined ? null : toWrittenYear(context.year);
  const completed = completeSpan(span, fallback);
  const meaning = completed && toMeaning(completed.span);
  if (!completed || !meaning) return null;
  return { ...meaning, textAsWritten: text.trim(), isInferred: completed.isInferred };
}

function toWrittenYear(year: number): WrittenYear | null {
  const era = eraOfYear(year);
  return era === null ? null : { era, value: year };
}

type Completed = { readonly span: DateSpan; readonly isInferred: boolean };

/** Parts one end leaves out are taken from the other end, and a missing year from the context. */
function completeSpan(span: DateSpan, fallback: WrittenYear | null): Completed | null {
  const { from, to, isFiscal } = span;
  const year = to?.year ?? from.year ?? fallback;
  if (year === null) return null;
  const isInferred = from.year === undefined && to?.year === undefined;
  if (to === null) return { span: { from: { ...from, year }, to, isFiscal }, isInferred };
  const end = { ...to, year };
  const start = { ...(to.month === undefined ? {} : { month: to.month }), year, ...from };
  const isYearAcross =
    from.year === undefined && start.month !== undefined && start.month > (end.month ?? 12);
  return {
    span: {
      from: isYearAcross ? { ...start, year: { ...year, value: year.value - 1 } } : start,
      to: end,
      isFiscal,
    },
    isInferred: isInferred || isYearAcross || to.year === undefined,
  };
}

function toMeaning({ from, to, isFiscal }: DateSpan): Meaning | null {
  if (isFiscal) return toFiscalMeaning(from, to ?? from);
  const [start, end] = [toIso(from), to === null ? null : toIso(to)];
  if (start === null || (to !== null && end === null)) return null;
  if (end !== null && (end.length !== start.length || end < start)) return null;
  const precision = start.length === 10 ? 'day' : start.length === 7 ? 'month' : 'year';
  return { start, end: end === start ? null : end, precision };
}

function toFiscalMeaning(from: DateParts, to: DateParts): Meaning | null {
  const [first, last] = [toIso({ ...from, month: 10 }), toIso({ ...to, month: 9 })];
  if (first === null || last === null) return null;
  const start = `${Number(first.slice(0, 4)) - 1}-10-01`;
  const end = `${last}-30`;
  return end < start ? null : { start, end, precision: 'fiscal_year' };
}

/** The ISO date of the parts at their own precision; null when there is no such day. */
function toIso({ day, month, year }: DateParts): string | null {
  if (year === undefined || (day !== undefined && month === undefined)) return null;
  const commonYear = year.era === 'ce' ? year.value : toCommonEraYear(year.value, month ?? null);
  if (commonYear === null) return null;
  if (month === undefined) return String(commonYear);
  if (month < 1 || month > 12) return null;
  const isoMonth = `${commonYear}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return isoMonth;
  if (day < 1 || day > daysInMonth(commonYear, month)) return null;
  return `${isoMonth}-${String(day).padStart(2, '0')}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
