import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Instant } from '../src/domain/iso-date.ts';
import { noteMoment } from './moments.ts';
import { preparingOnce } from './statements.ts';

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
  /**
   * Copies the register as it is at this moment to `file`, while others go on reading and writing. The
   * copy is one file that needs no other beside it; it is durable when this resolves.
   * @param onProgress pages copied so far, and pages in all
   */
  backup(file: string, onProgress?: (done: number, total: number) => void): Promise<void>;
  close(): void;
};

/** A register file that stands alone, such as a backup: for looking at, never created and never migrated. */
export type RegisterFile = {
  readonly read: Connection;
  /** `foreign`: another kind of database. `newer`: migrated by a newer program than this one. */
  readonly kind: 'register' | 'foreign' | 'newer';
  close(): void;
};

/** The locks of open registers. A lock that nobody names would be freed by the garbage collector before `close`. */
const presences = new Set<Database.Database>();

const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

/**
 * Opens (and if need be creates and migrates) a register.
 * @param options.file path of the database, or `:memory:` for a register that lives as long as the process
 * @param options.clock tells when a transaction became part of the register; the machine's own clock unless told
 * @throws when the durability settings do not hold, a newer program has already migrated the file, or
 *   the file is being replaced, see `whileClosed`
 */
export function openRegister(options: { readonly file: string; readonly clock?: () => Instant }): Register {
  const clock = options.clock ?? (() => new Date().toISOString());
  const inMemory = options.file === ':memory:';
  if (!inMemory) mkdirSync(dirname(options.file), { recursive: true });
  const presence = inMemory ? null : holdLock(options.file, 'shared', 2000);
  if (presence !== null) presences.add(presence);
  const writer = openWriter(options.file, inMemory);
  const reader = inMemory ? writer : openReader(options.file);
  const writing = drizzle({ client: preparingOnce(writer) });
  const revision = reader.prepare<[], { revision: number }>('SELECT revision FROM register_state');
  let last: Promise<unknown> = Promise.resolve();

  async function inTransaction<T>(work: (transaction: Connection) => Promise<T>): Promise<T> {
    writer.exec('BEGIN IMMEDIATE');
    try {
      const value = await work(writing);
      noteMoment(writing, clock);
      writer.exec('COMMIT');
      return value;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    read: inMemory ? writing : drizzle({ client: preparingOnce(reader) }),
    write: (work) => {
      const mine = last.then(() => inTransaction(work));
      last = mine.catch(() => undefined);
      return mine;
    },
    revision: () => revision.get()?.revision ?? 0,
    backup: async (file, onProgress) => {
      const source = inMemory ? writer : snapshotOf(options.file);
      try {
        await source.backup(file, { progress: reportTo(onProgress) });
      } finally {
        if (!inMemory) source.close();
      }
      openRegisterFile(file).close();
    },
    close: () => {
      if (!inMemory) reader.close();
      writer.close();
      presence?.close();
      if (presence !== null) presences.delete(presence);
    },
  };
}

/**
 * Runs reads that all see one state of the register, whatever is published meanwhile.
 * @param register one whose reader nobody else uses meanwhile
 */
export async function readAtOnce<T>({ read }: Pick<Register, 'read'>, work: () => Promise<T>): Promise<T> {
  read.run(sql`BEGIN`);
  try {
    return await work();
  } finally {
    read.run(sql`COMMIT`);
  }
}

function openReader(file: string): Database.Database {
  const reader = new Database(file, { readonly: true });
  reader.pragma('busy_timeout = 5000');
  // Read where the system keeps the file: each commit empties a reader's own cache, and copying pages anew costs
  // more than most questions. SQLite maps at most 2 GB and reads the rest as ever.
  reader.pragma('mmap_size = 2147483647');
  return reader;
}

function openWriter(file: string, inMemory: boolean): Database.Database {
  const writer = new Database(file);
  configure(writer, inMemory);
  refuseNewer(writer);
  migrate(drizzle({ client: writer }), { migrationsFolder });
  return writer;
}

/**
 * Opens a register file that nobody else has open, as it is. What its write-ahead log holds is brought
 * into the file.
 * @throws an SQLite error when the file is damaged or is no database
 */
export function openRegisterFile(file: string): RegisterFile {
  const database = new Database(file, { fileMustExist: true });
  try {
    database.pragma('journal_mode = DELETE');
    const applied = appliedMigrations(database);
    const kind = applied === 0 ? 'foreign' : applied > knownMigrations() ? 'newer' : 'register';
    return { read: drizzle({ client: database }), kind, close: () => database.close() };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Runs work on the files of a register while nobody has it open, and keeps everybody out meanwhile.
 * Every open register holds `<file>.lock` shared; the work holds it alone. The operating system frees
 * the lock of a process that dies, so no lock is ever left behind.
 * @returns null, without running the work, when somebody has the register open
 */
export async function whileClosed<T>(
  file: string,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | null> {
  let lock: Database.Database;
  try {
    lock = holdLock(file, 'alone', 200);
  } catch (error) {
    if (error instanceof RegisterBusy) return null;
    throw error;
  }
  try {
    return { value: await work() };
  } finally {
    lock.close();
  }
}

class RegisterBusy extends Error {
  override readonly name = 'RegisterBusy';
}

/** Locks through an empty SQLite file, because Node itself cannot lock a file. Closing it frees the lock. */
function holdLock(file: string, how: 'shared' | 'alone', patienceMs: number): Database.Database {
  const lock = new Database(`${file}.lock`, { timeout: patienceMs });
  try {
    lock.exec(how === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN; SELECT 1 FROM sqlite_schema');
    return lock;
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw new RegisterBusy('the register is being restored; start again when that is done');
  }
}

/** A connection that sees one moment: a copy made over it does not begin again with every write of others. */
function snapshotOf(file: string): Database.Database {
  const database = new Database(file, { readonly: true, timeout: 5000 });
  database.exec('BEGIN; SELECT 1 FROM register_state');
  return database;
}

const pagesAtOnce = 1000;

const reportTo =
  (onProgress: ((done: number, total: number) => void) | undefined) =>
  ({ totalPages, remainingPages }: Database.BackupMetadata): number => {
    onProgress?.(totalPages - remainingPages, totalPages);
    return pagesAtOnce;
  };

/** Migrations go forward only: an older program must not write a register it does not understand. */
function refuseNewer(database: Database.Database): void {
  if (appliedMigrations(database) > knownMigrations()) {
    throw new Error('this register was opened by a newer version of Tammanoon; start that version instead');
  }
}

const knownMigrations = (): number => readMigrationFiles({ migrationsFolder }).length;

/** The number of migrations a database has had; 0 for one that is no register. */
function appliedMigrations(database: Database.Database): number {
  const known = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '__drizzle_migrations'")
    .get();
  if (known === undefined) return 0;
  const applied = database
    .prepare<[], { total: number }>('SELECT count(*) AS total FROM __drizzle_migrations')
    .get();
  return applied?.total ?? 0;
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
