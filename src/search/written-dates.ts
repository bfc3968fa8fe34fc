import { MONTHS, monthName } from '../thai/month-names.ts';
import { toSearchForm } from '../thai/normal-form.ts';
import { parseWrittenDate } from '../thai/parse-date.ts';

/** A date in a query: every way to write its day, and the query without it. */
export type DateInQuery = { readonly writings: readonly string[]; readonly rest: string };

const months = MONTHS.flatMap(({ short, spellings }) => [
  ...spellings,
  short.replaceAll('.', '\\.?\\s?'),
]).join('|');
const year = '(?:พ\\.?\\s?ศ\\.?\\s*)?(?:\\d{4}|\\d{2})(?!\\d)';
const datePattern = new RegExp(
  `(?<!\\d)\\d{1,2}(?:\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*${year}|\\s*(?:${months})\\s*${year})`,
);

/** The first date of a query that is written with day, month and year; null when there is none. */
export function dateInQuery(typed: string): DateInQuery | null {
  const form = toSearchForm(typed);
  const written = datePattern.exec(form);
  if (written === null) return null;
  const isNumeric = /^[\d\s/.-]+$/.test(written[0]);
  const date = parseWrittenDate(isNumeric ? written[0].replaceAll(/\s*[-./]\s*/g, '/') : written[0]);
  if (date === null || date.precision !== 'day' || date.end !== null) return null;
  const [ce = 0, month = 0, day = 0] = date.start.split('-').map(Number);
  const be = ce + 543;
  const long = monthName(month, 'long');
  const short = monthName(month, 'short');
  return {
    writings: [
      `${day} ${long} ${be}`,
      `${day} ${long} พ.ศ. ${be}`,
      `${day} ${short} ${be}`,
      `${day} ${short} ${be % 100}`,
      `${day}/${month}/${be}`,
      `${day} ${long} ${ce}`,
    ],
    rest: `${form.slice(0, written.index)} ${form.slice(written.index + written[0].length)}`
      .replaceAll(/วันที่/g, ' ')
      .trim(),
  };
}
