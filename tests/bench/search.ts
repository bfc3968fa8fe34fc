import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { buildBase } from '../../src/search/build-index.ts';
import { viewResult } from '../../src/search/result-view.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { openSession } from '../../src/search/search-session.ts';
import { readCorpus, readGold } from './search-corpus.ts';
import { type GoldQuery, meanScore, type Score, scoreAnswer } from './search-score.ts';

/** What one search reads of the index: the files a browser would ask for. */
type Cost = { readonly requests: number; readonly kilobytes: number; readonly milliseconds: number };
type Ran = { readonly gold: GoldQuery; readonly score: Score; readonly first: Cost };

/**
 * `npm run bench -- search --corpus FILE --gold FILE [--json]`: builds an index of a corpus, asks every query with the
 * visitor's own code in a session of its own, and prints quality per kind and what a first search costs. Exit code 2
 * when a file is not named.
 */
export default async function benchSearch(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { corpus: { type: 'string' }, gold: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (values.corpus === undefined || values.gold === undefined) {
    console.error('npm run bench -- search --corpus FILE --gold FILE [--json]');
    return 2;
  }
  const records = await readCorpus(values.corpus);
  const queries = await readGold(values.gold);
  const dir = await mkdtemp(join(tmpdir(), 'bench-search-'));
  try {
    const startedAt = performance.now();
    await buildBase({ dir, records: () => stream(records), revision: 1 });
    const worksPerSecond = Math.round(records.length / ((performance.now() - startedAt) / 1000));
    const ran: Ran[] = [];
    for (const gold of queries) ran.push(await run(dir, gold));
    print(ran, worksPerSecond, values.json === true);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  return 0;
}

async function* stream(records: readonly SearchRecord[]): AsyncIterable<SearchRecord> {
  yield* records;
}

async function run(dir: string, gold: GoldQuery): Promise<Ran> {
  let requests = 0;
  let bytes = 0;
  const session = await openSession(async (path) => {
    const file = await readFile(join(dir, path));
    requests += 1;
    bytes += file.length;
    return file[0] === 0x1f ? gunzipSync(file) : file;
  });
  const startedAt = performance.now();
  const answer = await session.answer(gold.query, {});
  const groups = answer.ok ? answer.value.groups : [];
  await Promise.all(groups.slice(0, 10).map((group) => viewResult(group, false)));
  const first = { requests, kilobytes: bytes / 1024, milliseconds: performance.now() - startedAt };
  const found = await Promise.all(
    groups.map(async ([{ folder, page }]) => (await folder.readRecord(page)).url),
  );
  return { gold, score: scoreAnswer(gold, found), first };
}

function print(ran: readonly Ran[], worksPerSecond: number, isJson: boolean): void {
  const kinds = [...new Set(ran.map(({ gold }) => gold.kind))];
  const scoreOf = (some: readonly Ran[]): Score => meanScore(some.map(({ score }) => score));
  const byKind = Object.fromEntries(
    kinds.map((kind) => [kind, scoreOf(ran.filter(({ gold }) => gold.kind === kind))]),
  );
  const total = scoreOf(ran);
  const cost = {
    worksPerSecond,
    firstRequests: quantiles(ran.map(({ first }) => first.requests)),
    firstKilobytes: quantiles(ran.map(({ first }) => first.kilobytes)),
    firstMilliseconds: quantiles(ran.map(({ first }) => first.milliseconds)),
  };
  console.table({ ...byKind, total });
  console.table(cost);
  if (isJson) console.log(JSON.stringify({ total, kinds: byKind, cost }));
}

function quantiles(values: readonly number[]): {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
} {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
