import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { searchRegister } from '../../src/registry/search-register.ts';
import { requestOf } from '../../src/search/search-request.ts';
import { sixtyRecords } from '../search/test-records.ts';
import { cpuOf } from '../support/cpu-of.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { fillWithRecords } from '../support/register-of-records.ts';

let register: Register;
beforeAll(async () => {
  register = await emptyRegister();
  await fillWithRecords(register, sixtyRecords());
});
afterAll(() => register.close());

const ask = (q: string) =>
  searchRegister(register, { ...requestOf(new URLSearchParams()), q }, '2026-11-22T03:00:00.000Z');

const hostilePieces = fc.constantFrom(
  ...[
    '"',
    '*',
    '^',
    ':',
    '(',
    ')',
    '-',
    '+',
    '{',
    '}',
    "'",
    ';',
    '--',
    '\0',
    '\u200b',
    '\u0e48',
    '\u0e31',
    '\u0e33',
  ],
  ...[
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    'NEAR/2',
    'tokens:',
    'rowid',
    'search_tokens',
    '%',
    '_',
    '🦌',
    '👩‍👩‍👧',
    '\ud800',
  ],
  ...[
    'กวาง',
    'ทดสอบ',
    'ข้อ 1',
    '๒๕๖๐',
    'เเ',
    'ํา',
    'MOU',
    '7,500',
    'อบต.',
    'พ.ศ.',
    ' ',
    '\n',
    '\u202e',
    'ﬁ',
    '漢',
  ],
);

test('two thousand hostile queries are answered or refused, and none for long', async () => {
  let slowest = 0;
  const query = fc.oneof(
    { weight: 4, arbitrary: fc.array(hostilePieces, { maxLength: 40 }).map((pieces) => pieces.join('')) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 250 }) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.constantFrom('\u0e34', '\u0e48', '\u0e4c', '\u0303'), maxLength: 250 }),
    },
  );
  await fc.assert(
    fc.asyncProperty(query, async (q) => {
      const { value: answered, cpu } = await cpuOf(() => ask(q));
      slowest = Math.max(slowest, cpu);
      return answered.ok
        ? answered.value.answer.groups.length <= 60
        : answered.refusal.code.startsWith('query_');
    }),
    { numRuns: 2000 },
  );
  expect(slowest).toBeLessThan(1000);
});

test('a hundred thousand characters are refused before anything looks at them', async () => {
  for (const q of ['ก'.repeat(100_000), '"'.repeat(100_000), '้'.repeat(100_000), 'ก่ '.repeat(50_000)]) {
    const { value: answered, cpu } = await cpuOf(() => ask(q));
    expect(answered.ok ? 'answered' : answered.refusal.code).toMatch(/^query_/);
    expect(cpu).toBeLessThan(500);
  }
});

test('the same pieces handed to FTS5 as they are would be errors: the harness has teeth', () => {
  const errors = ['"', 'AND', 'NEAR(', '*', 'tokens:', 'a NOT'].filter((expression) => {
    try {
      register.read.all(sql`SELECT rowid FROM search_tokens WHERE search_tokens MATCH ${expression}`);
      return false;
    } catch {
      return true;
    }
  });
  expect(errors.length).toBeGreaterThan(3);
});
