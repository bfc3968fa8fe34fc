import { stringify } from 'csv-stringify/sync';
import { oneLine } from './edition-export.ts';

/**
 * CSV by RFC 4180 in UTF-8 with a byte order mark, which Excel needs for Thai. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe. The rows bring every cell as one line.
 */
export const writeCsv = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, string | number>>>[],
): string =>
  stringify([...rows], {
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
  });

/** Sources as one cell: each title with its address, divided by semicolons. */
export const sourcesCell = (
  sources: readonly { readonly title: string; readonly url: string | null }[],
): string =>
  oneLine(sources.map(({ title, url }) => (url === null ? title : `${title} <${url}>`)).join('; '));
