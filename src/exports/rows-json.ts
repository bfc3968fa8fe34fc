import { inTurns } from './in-turns.ts';

/**
 * A document whose last key is a long list, one row to a line, which keeps thousands small and still lets line tools
 * read it.
 */
export const rowsJson = (head: object, key: string, rows: readonly unknown[]): string =>
  wrapped(head, key, rows.map((row) => JSON.stringify(row)).join(',\n'));

/** The same for thousands of rows, which are made and written a few at a time, between which others get their turn. */
export async function rowsJsonInTurns(head: object, key: string, rows: Iterable<unknown>): Promise<string> {
  const pieces: string[] = [];
  for await (const some of inTurns(rows)) pieces.push(some.map((row) => JSON.stringify(row)).join(',\n'));
  return wrapped(head, key, pieces.join(',\n'));
}

const wrapped = (head: object, key: string, lines: string): string =>
  `${JSON.stringify(head).slice(0, -1)},"${key}":[\n${lines}\n]}\n`;
