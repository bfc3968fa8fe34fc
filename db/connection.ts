import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** What the queries of this folder run on: the reader, or the writer inside a transaction. */
export type Connection = BetterSQLite3Database;

/** The register: many readers, one writer. */
export type Register = {
  /** For reading outside a transaction; sees what is committed. */
  readonly read: Connection;
  /**
   * Runs `work` in one immediate transaction on the one writing connection, after the writes that
   * came before. Commits when it resolves; rolls back when it rejects, and rejects with the same error.
   * `work` must wait for nothing but the register, because every other write waits for it.
   */
  write<T>(work: (transaction: Connection) => Promise<T>): Promise<T>;
  /** Grows with every public change, by this process or another. */
  revision(): number;
  close(): void;
};

const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

/**
 * Opens (and if need be creates and migrates) a register.
 * @param options.file path of the database, or `:memory:` for a register that lives as long as the process
 * @throws when the durability settings do not hold, or a newer program has already migrated the file
 */
export function openRegister(options: { readonly file: string }): Register {
  const inMemory = options.file === ':memory:';
  if (!inMemory) mkdirSync(dirname(options.file), { recursive: true });
  const writer = new Database(options.file);
  configure(writer, inMemory);
  refuseNewer(writer);
  migrate(drizzle({ client: writer }), { migrationsFolder });
  const reader = inMemory ? writer : new Database(options.file, { readonly: true });
  if (!inMemory) reader.pragma('busy_timeout = 5000');
  const writing = drizzle({ client: writer });
  const revision = reader.prepare<[], { revision: number }>('SELECT revision FROM register_state');
  let last: Promise<unknown> = Promise.resolve();

  async function inTransaction<T>(work: (transaction: Connection) => Promise<T>): Promise<T> {
    writer.exec('BEGIN IMMEDIATE');
    try {
      const value = await work(writing);
      writer.exec('COMMIT');
      return value;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    read: inMemory ? writing : drizzle({ client: reader }),
    write: (work) => {
      const mine = last.then(() => inTransaction(work));
      last = mine.catch(() => undefined);
      return mine;
    },
    revision: () => revision.get()?.revision ?? 0,
    close: () => {
      if (!inMemory) reader.close();
      writer.close();
    },
  };
}

/** Migrations go forward only: an older program must not write a register it does not understand. */
function refuseNewer(database: Database.Database): void {
  const known = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '__drizzle_migrations'")
    .get();
  if (known === undefined) return;
  const applied = database
    .prepare<[], { total: number }>('SELECT count(*) AS total FROM __drizzle_migrations')
    .get();
  const ours = readMigrationFiles({ migrationsFolder }).length;
  if ((applied?.total ?? 0) > ours) {
    throw new Error('this register was opened by a newer version of Tammanoon; start that version instead');
  }
}

/**
 * WAL with `synchronous=FULL`: better-sqlite3 is built to fall back to NORMAL in WAL mode, which loses
 * confirmed transactions on a power cut. Asserted, because a silent fallback would break the promise.
 */
function configure(database: Database.Database, inMemory: boolean): void {
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  const settings = {
    journal_mode: database.pragma('journal_mode', { simple: true }),
    synchronous: database.pragma('synchronous', { simple: true }),
    foreign_keys: database.pragma('foreign_keys', { simple: true }),
  };
  const journal = inMemory ? 'memory' : 'wal';
  if (settings.journal_mode !== journal || settings.synchronous !== 2 || settings.foreign_keys !== 1) {
    throw new Error(`the database refuses the durable settings: ${JSON.stringify(settings)}`);
  }
}
