import { toArabicDigits } from './digits.ts';

/**
 * Years of the Buddhist era and of the common era.
 *
 * CE = BE − 543, except that before 1 January 2484 (1941) the official year began on 1 April, so that
 * January to March of such a year fall in CE = BE − 542. The year 2483 ran from 1 April to 31 December 1940:
 * its January to March never were. (Calendar Year Act B.E. 2483.)
 * A year alone, without a month, stands for CE = BE − 543.
 */

const NEW_CALENDAR_BE = 2484;
const NEW_CALENDAR_CE = 1941;

/** The era of a four-digit year, decided by its value alone: 2400–2700 is BE, 1900–2100 is CE, else null. */
export function eraOfYear(year: number): 'be' | 'ce' | null {
  if (year >= 2400 && year <= 2700) return 'be';
  if (year >= 1900 && year <= 2100) return 'ce';
  return null;
}

/** A year of four digits of either era in either kind of digit, as a Buddhist-era year; null for anything else. */
export function readBuddhistEraYear(text: string): number | null {
  const digits = toArabicDigits(text);
  if (!/^\d{4}$/.test(digits)) return null;
  const year = Number(digits);
  return year < 2400 ? toBuddhistEraYear(year, null) : year;
}

/** The CE year of a BE year; `month` is 1–12 or null. Null for January to March 2483, which do not exist. */
export function toCommonEraYear(buddhistYear: number, month: number | null): number | null {
  if (buddhistYear >= NEW_CALENDAR_BE || month === null || month > 3) return buddhistYear - 543;
  return buddhistYear === NEW_CALENDAR_BE - 1 ? null : buddhistYear - 542;
}

/** The BE year of a CE year; `month` is 1–12 or null. */
export function toBuddhistEraYear(commonYear: number, month: number | null): number {
  if (commonYear >= NEW_CALENDAR_CE || month === null || month > 3) return commonYear + 543;
  return commonYear + 542;
}
