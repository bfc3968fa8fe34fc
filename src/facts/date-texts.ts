import { formatWrittenDate } from '../thai/format-date.ts';
import { parseWrittenDate } from '../thai/parse-date.ts';
import type { WrittenDate } from '../thai/written-date.ts';

/** A date of a document as its form shows it. */
export type DateTexts = {
  /** The wording of the document; empty when only the understood date is known. */
  readonly written: string;
  /** How it is understood, when that does not follow from the wording; else empty. */
  readonly understood: string;
  /** Whether a part of it comes from elsewhere in the source. It is asked only beside `understood`. */
  readonly isInferred: boolean;
};

type Meaning = Pick<WrittenDate, 'start' | 'end' | 'precision'>;

/** The texts that `readDateTexts` reads back to the same date. */
export function dateTextsOf(date: WrittenDate): DateTexts {
  const written = date.textAsWritten ?? '';
  const read = written === '' ? null : parseWrittenDate(written);
  const follows = read !== null && isSame(read, date) && read.isInferred === date.isInferred;
  if (follows) return { written, understood: '', isInferred: false };
  return { written, understood: understoodText(date), isInferred: date.isInferred };
}

/** The date of the texts. Refused: the field that is no date. Null: nothing is typed. */
export function readDateTexts(
  texts: DateTexts,
): { readonly date: WrittenDate } | { readonly wrong: 'written' | 'understood' } | null {
  const written = texts.written.trim();
  const understood = texts.understood.trim();
  if (understood !== '') {
    const meaning = readMeaning(understood);
    if (meaning === null) return { wrong: 'understood' };
    const { isInferred } = texts;
    return { date: { ...meaning, textAsWritten: written === '' ? null : written, isInferred } };
  }
  if (written === '') return null;
  const date = parseWrittenDate(written);
  return date === null ? { wrong: 'written' } : { date };
}

/** A day in either era or in ISO 8601, as an ISO date; null when it is no single day, month or year. */
export function readDay(text: string): string | null {
  const meaning = readMeaning(text);
  return meaning === null || meaning.end !== null ? null : meaning.start;
}

/** The text that `readDay` reads back to the same date; other texts are shown as they are. */
export function dayText(iso: string): string {
  const meaning = isoMeaning(iso);
  return meaning === null ? iso : understoodText(meaning);
}

function understoodText(meaning: Meaning): string {
  const inThai = formatWrittenDate({ ...meaning, textAsWritten: null, isInferred: false });
  const read = readMeaning(inThai);
  if (read !== null && isSame(read, meaning)) return inThai;
  return meaning.end === null ? meaning.start : `${meaning.start}/${meaning.end}`;
}

/** As people write dates; a year that no Thai document would mean, such as 1650, in ISO 8601. */
function readMeaning(text: string): Meaning | null {
  const read = parseWrittenDate(text);
  return read === null ? isoMeaning(text) : { start: read.start, end: read.end, precision: read.precision };
}

const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const;

function isoMeaning(text: string): Meaning | null {
  const match = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:\/(\d{4}(?:-\d{2}(?:-\d{2})?)?))?$/.exec(text.trim());
  const [, start = '', end = null] = match ?? [];
  if (match === null || (end !== null && end.length !== start.length)) return null;
  if (!isCalendarDate(start) || (end !== null && !isCalendarDate(end))) return null;
  return { start, end, precision: precisions[start.length as 4 | 7 | 10] };
}

function isCalendarDate(date: string): boolean {
  const [year = '', month = '01', day = '01'] = date.split('-');
  const last = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    Number(month) - 1
  ];
  return last !== undefined && Number(day) >= 1 && Number(day) <= last;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const isSame = (a: Meaning, b: Meaning): boolean =>
  a.start === b.start && a.end === b.end && a.precision === b.precision;
