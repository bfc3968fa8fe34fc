import type Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { forEver } from '../../db/known.ts';
import { given, notStated } from '../../src/domain/fact.ts';
import { succession } from '../../src/domain/succession.ts';
import { anOlderRegister } from '../support/older-register.ts';

const lastBefore = '0019_case_results';
let register: Register;
afterEach(() => register?.close());

type Adopted = { readonly start: string; readonly end: string | null } | null;

/** Some dates as sources state them: a year, a month, a day, a stretch of days, or nothing. */
const dates: readonly Adopted[] = [
  null,
  ...['2015', '2016-02', '2016-02-29', '2016-03', '2017-05-15', '2018'].map((start) => ({
    start,
    end: null,
  })),
  { start: '2015-12-30', end: '2016-02-10' },
  { start: '2016', end: '2018' },
];

/** The numbers of the editions that became current, as the program tells it. */
const turnsOf = (adopted: readonly Adopted[]): readonly number[] =>
  succession(adopted.map((one, index) => ({ number: index + 1, adopted: factOf(one) })));

const factOf = (adopted: Adopted) =>
  adopted === null
    ? notStated
    : given({ ...adopted, precision: 'day' as const, textAsWritten: null, isInferred: false });

function addWork(database: Database.Database, id: number, adopted: readonly Adopted[]): void {
  database
    .prepare(`INSERT INTO works (id, type, slug, created_at) VALUES (?, 'agreements', ?, '2026')`)
    .run(id, `test-${id}`);
  const turns = turnsOf(adopted);
  for (const [index, one] of adopted.entries()) {
    const number = index + 1;
    const { lastInsertRowid } = database
      .prepare(
        `INSERT INTO editions (work_id, number, sha256, manifest, published_at) VALUES (?, ?, ?, '{}', '2026')`,
      )
      .run(id, number, 'a'.repeat(64));
    const isCurrent = turns.at(-1) === number ? 1 : 0;
    database
      .prepare(
        `INSERT INTO edition_cards (edition_id, work_id, type, number, is_current, title, sort_key, provenance_rank, card)
         VALUES (?, ?, 'agreements', ?, ?, '', '', 0, ?)`,
      )
      .run(lastInsertRowid, id, number, isCurrent, JSON.stringify({ adopted: factOf(one) }));
  }
}

describe('a register from before', () => {
  test('learns by which edition each one was replaced, as the program tells it', () => {
    const { file, database } = anOlderRegister(lastBefore);
    const works = Array.from({ length: 400 }, (_, work) =>
      Array.from(
        { length: 1 + (work % 4) },
        (_, place) => dates[(work * 7 + place * (1 + (work % 5))) % dates.length] ?? null,
      ),
    );
    database.exec('BEGIN');
    for (const [index, adopted] of works.entries()) addWork(database, index + 1, adopted);
    database.exec('COMMIT');
    database.close();
    register = openRegister({ file });
    const rows = register.read.all<{ workId: number; id: number; number: number; until: number }>(
      sql`SELECT work_id AS workId, edition_id AS id, number, current_until AS until FROM edition_cards ORDER BY edition_id`,
    );
    const expected = rows.map(({ workId, id, number }) => {
      const own = rows.filter((one) => one.workId === workId);
      const adopted = works[workId - 1] ?? [];
      const turns = turnsOf(adopted);
      const turn = turns.indexOf(number);
      const next = own.find((one) => one.number === turns[turn + 1])?.id ?? forEver;
      return { workId, id, number, until: turn === -1 ? 0 : next };
    });
    expect(rows).toEqual(expected);
    expect(new Set(rows.map(({ until }) => Math.sign(until) + Math.sign(until - forEver)))).toEqual(
      new Set([-1, 0, 1]),
    );
  });

  test('counts an act from the first moment by which it can have come, and all of them from now on', () => {
    const { file, database } = anOlderRegister(lastBefore);
    addWork(database, 1, [null]);
    addWork(database, 2, [null]);
    database.exec(`
      INSERT INTO moments (at, last_edition, last_event, commitments_made) VALUES
        ('2026-11-20T00:00:00.000Z', 1, 0, 0), ('2026-11-21T00:00:00.000Z', 1, 0, 1), ('2026-11-22T00:00:00.000Z', 2, 0, 2);
      INSERT INTO organisations (id, slug, kind, name, record) VALUES (1, 'test', 'sao', 'ทดสอบ', '{}');
      INSERT INTO submissions (id, work_id, number, kind, organisation_id) VALUES (1, 1, 1, 'accession', 1), (2, 2, 1, 'accession', 1);
      INSERT INTO submission_acts (id, submission_id, kind, facts, at) VALUES
        (1, 1, 'submitted', '{}', '2026-11-20T12:00:00.000Z'),
        (2, 1, 'accepted', NULL, '2026-11-20T13:00:00.000Z'),
        (3, 2, 'submitted', '{}', '2020-01-01T00:00:00.000Z'),
        (4, 1, 'reversed', NULL, '2026-11-21T00:00:00.000Z'),
        (5, 1, 'accepted', NULL, '2026-11-25T00:00:00.000Z');`);
    database.close();
    register = openRegister({ file });
    const moments = register.read.all<{ at: string; lastAct: number }>(
      sql`SELECT at, last_act AS lastAct FROM moments ORDER BY at`,
    );
    expect(moments.map(({ lastAct }) => lastAct)).toEqual([0, 2, 4, 5]);
    expect((moments[3]?.at ?? '') > '2026-11-22T00:00:00.000Z').toBe(true);
  });
});

describe('what the register held', () => {
  test.each([
    ['UPDATE former_records SET former = NULL', 'a former record never changes'],
    ['DELETE FROM former_records', 'a former record is never deleted'],
    [`UPDATE moments SET last_act = 0`, 'a moment of the register never changes'],
  ])('is refused %s', async (statement, because) => {
    register = openRegister({ file: ':memory:' });
    await register.write(async (transaction) => {
      transaction.run(
        sql`INSERT INTO organisations (slug, kind, name, record) VALUES ('test', 'sao', 'ทดสอบ', '{}')`,
      );
      transaction.run(
        sql`INSERT INTO moments (at, last_edition, last_event) VALUES ('2026-11-22T00:00:00.000Z', 1, 1)`,
      );
    });
    const change = register.write(async (transaction) => {
      transaction.run(sql.raw(statement));
    });
    await expect(change).rejects.toMatchObject({ cause: { message: because } });
  });
});
