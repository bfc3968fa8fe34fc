import type Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { readFacetsForm } from '../../db/facets.ts';
import { facetsForm } from '../../src/catalogue/facets.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { cardOf } from '../../src/domain/edition-card.ts';
import { given, notStated } from '../../src/domain/fact.ts';
import { testManifest } from '../../src/specimens/data/edition.ts';
import { anOlderRegister } from '../support/older-register.ts';

const lastBefore = '0021_topic_words';
let register: Register;
afterEach(() => register?.close());

const every = (amount: number, unit: string) => given({ amount, unit, textAsWritten: null });
const cycles = [
  every(1, 'ปี'),
  every(18, 'เดือน'),
  every(1.5, 'ปี'),
  every(0, 'ปี'),
  every(1200, 'ปี'),
  every(1201, 'เดือน'),
  every(2, 'ฤดู'),
  given('ทุกปี'),
  notStated,
  null,
];

function addEdition(database: Database.Database, id: number, manifest: Manifest): void {
  const { reviewEvery: _, ...card } = cardOf(manifest);
  database
    .prepare("INSERT INTO works (id, type, slug, created_at) VALUES (?, ?, ?, '2026')")
    .run(id, manifest.type, `test-${id}`);
  database
    .prepare(
      "INSERT INTO editions (id, work_id, number, sha256, manifest, published_at) VALUES (?, ?, 1, ?, ?, '2026')",
    )
    .run(id, id, 'a'.repeat(64), JSON.stringify(manifest));
  database
    .prepare(
      `INSERT INTO edition_cards (edition_id, work_id, type, number, is_current, title, sort_key, provenance_rank, card)
       VALUES (?, ?, ?, 1, 1, 'ทดสอบ', 'ทดสอบ', 2, ?)`,
    )
    .run(id, id, manifest.type, JSON.stringify(card));
}

test('an older register gets on its cards what its plans state of their reviews, as a new edition would', () => {
  const { file, database } = anOlderRegister(lastBefore);
  const plans = cycles.map(
    (cycle): Manifest => ({
      ...testManifest,
      type: 'plans',
      facts: cycle === null ? {} : { reviewEvery: cycle },
    }),
  );
  const charter: Manifest = { ...testManifest, type: 'charters', facts: { reviewEvery: every(1, 'ปี') } };
  const manifests = [...plans, charter];
  for (const [index, manifest] of manifests.entries()) addEdition(database, index + 1, manifest);
  database.close();
  register = openRegister({ file });
  const cards = register.read
    .all<{ card: string }>(sql`SELECT card FROM edition_cards ORDER BY edition_id`)
    .map(({ card }) => JSON.parse(card));
  expect(cards).toEqual(manifests.map((manifest) => JSON.parse(JSON.stringify(cardOf(manifest)))));
  expect(cards.map(({ reviewEvery }) => reviewEvery ?? null)).toEqual([
    ...[12, 18, null, null, 14400, null, null, null, null, null],
    null,
  ]);
  expect(readFacetsForm(register.read)).not.toBe(facetsForm);
});

test('a new register lists by the rule of this program from its first edition', () => {
  register = openRegister({ file: ':memory:' });
  expect(readFacetsForm(register.read)).toBe(facetsForm);
});
