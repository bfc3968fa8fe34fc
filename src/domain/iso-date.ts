import { toCommonEraYear } from '../thai/buddhist-era.ts';

/** A day of the common era, YYYY-MM-DD. */
export type IsoDate = string & { readonly brand: 'IsoDate' };

/** A moment in UTC as ISO 8601, such as 2026-11-22T01:40:00.000Z. */
export type Instant = string;

const dayInMilliseconds = 86_400_000;
const thailandAheadOfUtc = 7 * 3_600_000;
const isPlain = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The day it is in Thailand (UTC+7, no summer time) at a moment. */
export function dayInThailand(instant: Instant): IsoDate {
  // Before five in the afternoon it is the same day; counts ask this of every act of every submission.
  if (isPlain.test(instant) && instant.slice(11, 13) < '17') return instant.slice(0, 10) as IsoDate;
  return new Date(Date.parse(instant) + thailandAheadOfUtc).toISOString().slice(0, 10) as IsoDate;
}

/** The later one of two instants in UTC. */
export function laterInstant(a: Instant, b: Instant): Instant {
  if (a < b) return b;
  return a;
}

/** A period from an address: a day, a month or a year. */
export type AddressPeriod = {
  /** In the common era, as exact as it was given: `2017`, `2017-05` or `2017-05-15`. */
  readonly date: string;
  readonly lastDay: IsoDate;
  readonly wasBuddhist: boolean;
};

/**
 * A period from an address: `2017-05-15`, `2017-05` or `2017`, or the same with a Buddhist-era year
 * (`2560-05-15`). Years from 2400 are Buddhist-era, by value and never by kind of digit. Null when there is no
 * such day, month or year; January to March 2483 never were.
 */
export function parseAddressDate(text: string): AddressPeriod | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return null;
  const [, yearText = '', month, day] = match;
  const year = Number(yearText);
  const wasBuddhist = year >= 2400;
  const commonYear = wasBuddhist ? toCommonEraYear(year, month === undefined ? null : Number(month)) : year;
  if (commonYear === null || commonYear < 1) return null;
  const date = [String(commonYear).padStart(4, '0'), month, day]
    .filter((part) => part !== undefined)
    .join('-');
  return isDay(firstDayOf(date)) ? { date, lastDay: lastDayOf(date), wasBuddhist } : null;
}

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** True when `date` (partial ISO) has begun on or before the day `on` (YYYY-MM-DD). */
export function hasBegun(date: string, on: string): boolean {
  return date <= on.slice(0, date.length);
}

/** The first day of a day, month or year (`2017`, `2017-05`, `2017-05-15`). */
export const firstDayOf = (date: string): IsoDate => `${date}-01-01`.slice(0, 10) as IsoDate;

/** The last day of a day, month or year. */
export function lastDayOf(date: string): IsoDate {
  if (date.length === 10) return date as IsoDate;
  if (date.length === 4) return `${date}-12-31` as IsoDate;
  const [year = '', month = ''] = date.split('-');
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) as IsoDate;
}

export const dayAfter = (date: IsoDate): IsoDate => laterDay(date, 1);

/** The day so many days later. */
export const laterDay = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMilliseconds).toISOString().slice(0, 10) as IsoDate;

export const daysBetween = (from: IsoDate, until: IsoDate): number =>
  (Date.parse(until) - Date.parse(from)) / dayInMilliseconds;

/** Whole days since 1970 of the day it is in Thailand: changes once a day, at Thai midnight. */
export const dayNumberInThailand = (instant: Instant): number =>
  Math.floor((Date.parse(instant) + thailandAheadOfUtc) / dayInMilliseconds);

/** The moment of a time of day (HH:MM) on a day (YYYY-MM-DD) in Thailand. */
export const instantInThailand = (day: string, time: string): Instant =>
  new Date(Date.parse(`${day}T${time}:00Z`) - thailandAheadOfUtc).toISOString();
