import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { listSearchRecords } from '../../src/registry/list-search-records.ts';
import { openForSearch } from '../../src/registry/steps/searched-register.ts';
import { buildBase } from '../../src/search/build-index.ts';
import { diskSource } from '../../src/search/disk-source.ts';
import { findAllWords } from '../../src/search/exact-rung.ts';
import { groupByWork } from '../../src/search/group-hits.ts';
import { type OpenFolder, openFolder } from '../../src/search/index-folder.ts';
import { blocksOf } from '../../src/search/page-html.ts';
import { parseQuery } from '../../src/search/query.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { seedRegister } from '../../src/server/seed-register.ts';
import { fillWithRecords } from '../support/register-of-records.ts';
import { provider } from './index-in.ts';
import { sixtyRecords } from './test-records.ts';

const today = '2026-11-22' as IsoDate;
let dir: string;
let register: Register;
let records: readonly SearchRecord[];
let browser: readonly OpenFolder[];
let server: OpenFolder;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'two-backends-'));
  register = openRegister({ file: ':memory:' });
  await seedRegister(register, '2026-11-22T03:00:00.000Z');
  await fillWithRecords(register, sixtyRecords());
  records = await Array.fromAsync(listSearchRecords(register, {}, today));
  const manifest = await buildBase({ dir, records: provider(records), revision: 1 });
  browser = await Promise.all(manifest.shards.map((shard) => openFolder(shard.dir, [], diskSource(dir))));
  server = (await openForSearch(register, today, async () => [])).folder;
}, 120_000);
afterAll(async () => {
  register.close();
  await rm(dir, { recursive: true, force: true });
});

/** The same numbers in each run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Queries from the texts themselves: words, stretches cut anywhere, quoted, in pieces, digits, typed half. */
function queriesFromTexts(count: number): readonly string[] {
  const below = numbersFrom(7);
  const texts = records
    .flatMap((record) => blocksOf(record).map(({ text }) => text))
    .filter((text) => text.length > 3);
  const stretch = (longest: number): string => {
    const text = texts[below(texts.length)] ?? '';
    const from = below(text.length);
    return text.slice(from, from + 2 + below(longest)).replaceAll('"', '');
  };
  const word = (): string => {
    const words = (texts[below(texts.length)] ?? '').split(/\s+/);
    return (words[below(words.length)] ?? '').slice(0, 40);
  };
  const place = (): string => records[below(records.length)]?.placeLine.split(' · ')[0] ?? '';
  const kinds: readonly (() => string)[] = [
    word,
    () => `${word()} ${word()}`,
    () => `${word()} ${stretch(6)} ${word()}`,
    () => stretch(12),
    () => stretch(40),
    () => `"${stretch(14)}"`,
    () => `"${stretch(5)}" ${word()}`,
    place,
    () => place().slice(0, 3 + below(6)),
    () => String(2550 + below(20)),
    () => `ข้อ ${1 + below(12)}`,
    () => `${below(2) === 0 ? '๒๕' : '25'}${below(90) + 10}`,
  ];
  return Array.from({ length: count }, () => kinds[below(kinds.length)]?.() ?? '');
}

/** What the exact rung finds: the tier of each edition by its address, in the order shown; null for a refused query. */
async function tiersOf(
  q: string,
  folders: readonly OpenFolder[],
): Promise<ReadonlyMap<string, string> | null> {
  const query = parseQuery(q);
  if (!query.ok) return null;
  const hits = groupByWork(await findAllWords(query.value, folders)).flat();
  const tiers = await Promise.all(
    hits.map(async ({ folder, page, tier }) => [(await folder.readRecord(page)).url, tier] as const),
  );
  return new Map(tiers);
}

/** The queries for which two backends differ, with both answers. */
async function differences(
  queries: readonly string[],
  one: readonly OpenFolder[],
  other: readonly OpenFolder[],
) {
  const different = [];
  for (const query of queries) {
    const [a, b] = [await tiersOf(query, one), await tiersOf(query, other)];
    const [first, second] = [JSON.stringify([...(a ?? [])]), JSON.stringify([...(b ?? [])])];
    if (first !== second) different.push({ query, first, second });
  }
  return different;
}

test('the register and the index of the browser find the same editions in the same tiers and order', async () => {
  const queries = queriesFromTexts(1000);
  const answered = await Promise.all(queries.slice(0, 200).map((query) => tiersOf(query, [server])));
  expect(answered.filter((tiers) => (tiers?.size ?? 0) > 0).length).toBeGreaterThan(120);
  expect(await differences(queries, browser, [server])).toEqual([]);
}, 120_000);

test('a backend that takes a word for the beginning of another is noticed: the comparison has teeth', async () => {
  const careless: OpenFolder = {
    ...server,
    findPhrase: (phrase) => server.findPhrase({ ...phrase, isOpen: true }),
  };
  expect((await differences(queriesFromTexts(200), browser, [careless])).length).toBeGreaterThan(0);
}, 60_000);
