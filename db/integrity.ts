import { sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';

/**
 * What SQLite finds wrong with the file itself: pages, indexes, constraints, references. Empty when all
 * is well. It does not notice a changed letter in a text; for that there are the hashes of the editions.
 */
export async function findDamage(connection: Connection): Promise<readonly string[]> {
  const pages = connection.all<{ integrity_check: string }>(sql`PRAGMA integrity_check(10)`);
  const references = connection.all<{ table: string }>(sql`PRAGMA foreign_key_check`);
  return [
    ...pages.map((row) => row.integrity_check.replaceAll(/\s+/g, ' ')).filter((line) => line !== 'ok'),
    ...references.map((row) => `a row of ${row.table} points at nothing`),
  ];
}
