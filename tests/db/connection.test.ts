import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRegister, type Register, whileClosed } from '../../db/connection.ts';
import * as schema from '../../db/schema.ts';

let file: string;
let register: Register;

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'register-')), 'registry.db');
  register = openRegister({ file });
});

afterEach(() => register.close());

const addWork = (slug: string) =>
  sql`INSERT INTO works (type, slug, created_at) VALUES ('charters', ${slug}, '2026-01-01')`;

async function addEdition(): Promise<void> {
  await register.write(async (transaction) => {
    transaction.run(addWork('test-one'));
    transaction.run(
      sql`INSERT INTO editions (work_id, number, sha256, manifest, published_at)
          VALUES (1, 1, ${'a'.repeat(64)}, '{}', '2026-01-01')`,
    );
  });
}

/** The database's own words, which drizzle wraps. */
const because = (message: unknown) => ({ cause: { message } });

const count = (table: string) =>
  register.read.all<{ total: number }>(sql.raw(`SELECT count(*) AS total FROM ${table}`))[0]?.total;

describe('the database', () => {
  test('refuses to change or delete a published edition', async () => {
    await addEdition();
    const change = register.write(async (transaction) => {
      transaction.run(sql`UPDATE editions SET manifest = '{"title":"x"}'`);
    });
    await expect(change).rejects.toMatchObject(because('a published edition never changes'));
    const removal = register.write(async (transaction) => {
      transaction.run(sql`DELETE FROM editions`);
    });
    await expect(removal).rejects.toMatchObject(because('a published edition is never deleted'));
    expect(count('editions')).toBe(1);
  });

  test.each(['audit', 'events'])('never forgets a row of %s', async (table) => {
    await register.write(async (transaction) => {
      transaction.run(addWork('test-one'));
      transaction.run(
        sql`INSERT INTO audit (at, action, subject, details) VALUES ('2026-01-01', 'a', 'b', '{}')`,
      );
      transaction.run(
        sql`INSERT INTO events (work_id, kind, event, recorded_at) VALUES (1, 'adopted', '{}', '2026-01-01')`,
      );
    });
    const removal = register.write(async (transaction) => {
      transaction.run(sql.raw(`DELETE FROM ${table}`));
    });
    await expect(removal).rejects.toMatchObject(because(expect.stringContaining('is never deleted')));
  });

  test('takes back all of a transaction that fails half way', async () => {
    const failing = register.write(async (transaction) => {
      transaction.run(addWork('test-one'));
      throw new Error('stopped');
    });
    await expect(failing).rejects.toThrow('stopped');
    expect(count('works')).toBe(0);
  });

  test('shows a reader nothing of a transaction before it commits', async () => {
    await register.write(async (transaction) => {
      transaction.run(addWork('test-one'));
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(count('works')).toBe(0);
    });
    expect(count('works')).toBe(1);
  });

  test('runs writes one after the other, in the order they were asked for', async () => {
    const order: string[] = [];
    const write = (name: string, milliseconds: number) =>
      register.write(async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        order.push(`${name} ends`);
      });
    await Promise.all([write('first', 10), write('second', 0)]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  test('grows its revision with a publication and not with a session', async () => {
    const before = register.revision();
    await register.write(async (transaction) => {
      transaction.run(
        sql`INSERT INTO users (username, display_name, password_hash, created_at) VALUES ('t', 't', 'x', 'x')`,
      );
    });
    expect(register.revision()).toBe(before);
    await addEdition();
    expect(register.revision()).toBe(before + 1);
  });

  test('made by a newer program is not opened by an older one', () => {
    const database = new Database(file);
    database.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)");
    database.close();
    expect(() => openRegister({ file })).toThrow('newer version');
  });

  test('cannot be replaced while it is open, nor opened while it is being replaced', async () => {
    expect(await whileClosed(file, async () => 'ran')).toBeNull();
    register.close();
    const outcome = await whileClosed(file, async () => {
      expect(() => openRegister({ file })).toThrow('is being restored');
      return 'ran';
    });
    expect(outcome).toEqual({ value: 'ran' });
    register = openRegister({ file });
    expect(count('works')).toBe(0);
  });

  test('commits durably: WAL with synchronous FULL on the writing connection', async () => {
    const settings = await register.write(async (transaction) => ({
      journal: transaction.all<{ journal_mode: string }>(sql`PRAGMA journal_mode`)[0],
      synchronous: transaction.all<{ synchronous: number }>(sql`PRAGMA synchronous`)[0],
      foreignKeys: transaction.all<{ foreign_keys: number }>(sql`PRAGMA foreign_keys`)[0],
    }));
    expect(settings).toEqual({
      journal: { journal_mode: 'wal' },
      synchronous: { synchronous: 2 },
      foreignKeys: { foreign_keys: 1 },
    });
  });
});

describe('the schema', () => {
  const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));

  test.each(tables.map((table) => [getTableName(table), table] as const))(
    'describes table %s as the migrations make it, and it is STRICT',
    (name, table) => {
      const stored = register.read.all<{ name: string; notnull: number; type: string; pk: number }>(
        sql.raw(`PRAGMA table_info(${name})`),
      );
      const described = Object.values(getTableColumns(table)).map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        isRequired: column.notNull,
      }));
      expect(described).toEqual(
        stored.map((column) => ({
          name: column.name,
          type: column.type,
          isRequired: column.notnull === 1 || (column.pk > 0 && column.type === 'INTEGER'),
        })),
      );
      const strict = register.read.all<{ strict: number }>(
        sql`SELECT strict FROM pragma_table_list WHERE name = ${name}`,
      );
      expect(strict[0]?.strict).toBe(1);
    },
  );

  test('describes every table of the database but the full-text one and its shadows', () => {
    const stored = register.read.all<{ name: string }>(
      sql`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__drizzle_migrations'`,
    );
    expect(stored.map((row) => row.name).sort()).toEqual(tables.map(getTableName).sort());
  });
});
