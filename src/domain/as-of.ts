import { toArabicDigits } from '../thai/digits.ts';
import { dayInThailand, firstDayOf, type Instant, type IsoDate, parseAddressDate } from './iso-date.ts';

/** As of when a list is asked: what the register held at `until`, with the standings of `day`. */
export type AsOf = {
  /** In its one fixed form, for addresses and files: a day, or an instant in Thai time with its offset. */
  readonly text: string;
  readonly day: IsoDate;
  /** The last instant that counts. */
  readonly until: Instant;
};

/** A whole day: it ends at midnight in Thailand. */
export const asOfDay = (day: IsoDate): AsOf => ({
  text: day,
  day,
  until: new Date(Date.parse(`${day}T23:59:59.999+07:00`)).toISOString(),
});

/** An instant; its day is the one it is in Thailand. */
export function asOfInstant(instant: Instant): AsOf {
  const until = new Date(instant).toISOString();
  const local = new Date(Date.parse(until) + 7 * 3_600_000).toISOString();
  return { text: local.replace('Z', '+07:00'), day: dayInThailand(until), until };
}

/** The instant at which a day begins in Thailand. */
export const beginningOf = (day: IsoDate): Instant => new Date(`${day}T00:00:00.000+07:00`).toISOString();

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads as of when a list is asked: a day, month or year of either era in either kind of digit, or an instant with
 * its offset. A month or a year asks about its last day. A space stands for `+`, which addresses turn into one.
 * @returns `now` for a day, month or year that is not over yet; null for what is no date
 */
export function readAsOf(text: string, now: Instant): AsOf | 'now' | null {
  const plain = toArabicDigits(text.trim()).replace(' ', '+');
  const instant = INSTANT.exec(plain);
  if (instant) {
    const [, day = '', time = '', offset = ''] = instant;
    const date = parseAddressDate(day)?.date;
    const moment = date === undefined ? Number.NaN : Date.parse(`${date}T${time}${offset}`);
    return Number.isNaN(moment) ? null : asOfInstant(new Date(moment).toISOString());
  }
  const period = parseAddressDate(plain);
  if (!period) return null;
  const today = dayInThailand(now);
  const isRunning = firstDayOf(period.date) <= today && period.lastDay >= today;
  return isRunning ? 'now' : asOfDay(period.lastDay);
}
