import { stringify } from 'csv-stringify/sync';
import { oneLine } from './edition-export.ts';
import { inTurns } from './in-turns.ts';

export type CsvRow<Column extends string> = Readonly<Partial<Record<Column, string | number>>>;

/**
 * CSV by RFC 4180 in UTF-8 with a byte order mark, which Excel needs for Thai. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe. The rows bring every cell as one line.
 */
export const writeCsv = <Column extends string>(
  columns: readonly Column[],
  rows: readonly CsvRow<Column>[],
): string => stringify([...rows], { ...form, bom: true, header: true, columns: [...columns] });

const form = { record_delimiter: 'windows', escape_formulas: true } as const;

/**
 * The same for a table of thousands of rows: they are made and written a few at a time, between which others get their
 * turn.
 */
export async function writeCsvInTurns<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<CsvRow<Column>>,
): Promise<string> {
  let text = writeCsv(columns, []);
  for await (const some of inTurns(rows)) text += stringify([...some], { ...form, columns: [...columns] });
  return text;
}

/** Sources as one cell: each title with its address, divided by semicolons. */
export const sourcesCell = (
  sources: readonly { readonly title: string; readonly url: string | null }[],
): string =>
  oneLine(sources.map(({ title, url }) => (url === null ? title : `${title} <${url}>`)).join('; '));
