/**
 * A document whose last key is a long list, one row to a line, which keeps thousands small and still lets line tools
 * read it.
 */
export function rowsJson(head: object, key: string, rows: readonly unknown[]): string {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"${key}":[\n${lines}\n]}\n`;
}
