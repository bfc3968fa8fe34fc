import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { preparingOnce } from '../../db/statements.ts';

let connection: Database.Database;
beforeEach(() => {
  connection = new Database(':memory:');
  connection.exec("CREATE TABLE words (word TEXT); INSERT INTO words VALUES ('หนึ่ง')");
});
afterEach(() => connection.close());

const words = 'SELECT word FROM words';

test('a statement is prepared once, and answers with what is there when it is asked', () => {
  const once = preparingOnce(connection);
  expect(once.prepare(words)).toBe(once.prepare(words));
  expect(once.prepare(words).all()).toHaveLength(1);
  once.prepare("INSERT INTO words VALUES ('สอง')").run();
  expect(once.prepare(words).all()).toEqual([{ word: 'หนึ่ง' }, { word: 'สอง' }]);
});

test('rows asked for as lists do not make lists of the rows that are asked for next', () => {
  const once = preparingOnce(connection);
  expect(once.prepare(words).raw().all()).toEqual([['หนึ่ง']]);
  expect(once.prepare(words).all()).toEqual([{ word: 'หนึ่ง' }]);
});

test('what has other columns by now is prepared anew', () => {
  const read = drizzle({ client: preparingOnce(connection) });
  const all = () => read.all(sql`SELECT * FROM words`);
  expect(all()).toEqual([{ word: 'หนึ่ง' }]);
  connection.exec('ALTER TABLE words ADD COLUMN length INTEGER');
  expect(all()).toEqual([{ word: 'หนึ่ง', length: null }]);
});

test('a statement that fails is told as ever, and the next one is not harmed', () => {
  const once = preparingOnce(connection);
  expect(() => once.prepare('SELECT other FROM words')).toThrow(/no such column/);
  expect(once.prepare(words).all()).toHaveLength(1);
});

test('of very many statements the one that was asked long ago is prepared anew', () => {
  const once = preparingOnce(connection);
  const first = once.prepare(words);
  for (let other = 0; other < 600; other += 1) {
    once.prepare(`SELECT ${other}`);
    if (other < 300) once.prepare(words);
  }
  expect(once.prepare(words)).toBe(first);
  for (let other = 0; other < 600; other += 1) once.prepare(`SELECT ${other}`);
  expect(once.prepare(words)).not.toBe(first);
});
