import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

/** An empty register as an older program left it, whose last migration has that tag. */
export function anOlderRegister(lastMigration: string): {
  readonly file: string;
  readonly database: Database.Database;
} {
  const folder = mkdtempSync(join(tmpdir(), 'older-register-'));
  const migrationsFolder = join(folder, 'migrations');
  cpSync('db/migrations', migrationsFolder, { recursive: true });
  const journalFile = join(migrationsFolder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: { tag: string }[] };
  const entries = journal.entries.filter(({ tag }) => tag <= lastMigration);
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries }));
  const file = join(folder, 'registry.db');
  const database = new Database(file);
  migrate(drizzle({ client: database }), { migrationsFolder });
  return { file, database };
}
