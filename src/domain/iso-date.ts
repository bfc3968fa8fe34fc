/** A day of the common era, YYYY-MM-DD. */
export type IsoDate = string & { readonly brand: 'IsoDate' };

/** A moment in UTC as ISO 8601, such as 2026-11-22T01:40:00.000Z. */
export type Instant = string;

const dayInMilliseconds = 86_400_000;
const thailandAheadOfUtc = 7 * 3_600_000;

/** The day it is in Thailand (UTC+7, no summer time) at a moment. */
export function dayInThailand(instant: Instant): IsoDate {
  return new Date(Date.parse(instant) + thailandAheadOfUtc).toISOString().slice(0, 10) as IsoDate;
}

/**
 * A day from an address: `2017-05-15`, or the same with a Buddhist-era year (`2560-05-15`).
 * Years from 2400 are Buddhist-era, by value and never by kind of digit. Null when no such day exists.
 */
export function parseAddressDate(
  text: string,
): { readonly date: IsoDate; readonly wasBuddhist: boolean } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const wasBuddhist = year >= 2400;
  const iso = `${String(wasBuddhist ? year - 543 : year).padStart(4, '0')}-${match[2]}-${match[3]}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return null;
  return { date: iso as IsoDate, wasBuddhist };
}

/** Whole days since 1970 of the day it is in Thailand: changes once a day, at Thai midnight. */
export const dayNumberInThailand = (instant: Instant): number =>
  Math.floor((Date.parse(instant) + thailandAheadOfUtc) / dayInMilliseconds);
