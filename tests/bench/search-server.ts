import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openRegister, type Register } from '../../db/connection.ts';
import { searchRegister } from '../../src/registry/search-register.ts';
import { viewAnswer } from '../../src/search/answer-view.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { requestOf } from '../../src/search/search-request.ts';
import type { WordList } from '../../src/search/word-list.ts';
import { fillWithRecords } from '../support/register-of-records.ts';
import { readCorpus, readGold } from './search/corpus.ts';
import fts5 from './search/fts5.ts';
import { wordsOf } from './search/server.ts';

const usage =
  'npm run bench -- search-server --corpus FILE --gold FILE [--copies N] [--register DIR] [--at-most MS] [--json]';

/** Words that stand in most texts, and queries made to cost as much as they can. */
const hardQueries = [
  'ชุมชน',
  'ตำบล',
  'การ',
  'ข้อ',
  'ก',
  'กา',
  '1',
  'ข้อ 1 ข้อ 2 ข้อ 3 การ ชุมชน ตำบล สุขภาพ',
  'ดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดดด',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  `${'การชุมชนตำบลสุขภาพ'.repeat(11)}`,
  Array.from({ length: 60 }, (_, n) => `กา${n}`)
    .join(' ')
    .slice(0, 200),
];

/**
 * What one search of the register costs, warm: the whole answer with facets, and the top ten with excerpts, beside
 * SQLite's own trigram tokenizer over the same texts (ids of the matches, ranked, without excerpts). `--copies` repeats
 * the corpus under other addresses; `--register` searches a register that is there instead. Exit code 1 when the 95th
 * percentile is above `--at-most`.
 */
export default async function benchSearchServer(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string' },
      gold: { type: 'string' },
      copies: { type: 'string', default: '1' },
      register: { type: 'string' },
      'at-most': { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (values.gold === undefined || (values.corpus === undefined) === (values.register === undefined)) {
    console.error(usage);
    return 2;
  }
  const queries = (await readGold(values.gold)).map(({ query }) => query);
  const dir = await mkdtemp(join(tmpdir(), 'bench-search-server-'));
  try {
    const records =
      values.corpus === undefined ? [] : copiesOf(await readCorpus(values.corpus), Number(values.copies));
    const register = openRegister({ file: join(values.register ?? dir, 'registry.db') });
    const storing = values.corpus === undefined ? null : await store(register, records, dir);
    const words = wordsOf(records);
    const dev = await measure(register, queries, words);
    const hard = await measure(register, hardQueries, words);
    register.close();
    const peer = storing === null ? null : await measurePeer(records, queries, dir);
    const ratio = peer === null ? null : dev.milliseconds.p95 / peer.p95;
    console.table({
      dev: dev.milliseconds,
      'dev, CPU': dev.cpuMilliseconds,
      'hard queries': hard.milliseconds,
      'hard queries, CPU': hard.cpuMilliseconds,
      ...(peer && { 'FTS5 trigram': peer }),
    });
    console.log(
      `longest the process was held: dev ${dev.heldMilliseconds} ms, hard ${hard.heldMilliseconds} ms`,
    );
    if (ratio !== null) console.log(`p95 beside FTS5 trigram without excerpts: × ${ratio.toFixed(2)}`);
    if (storing !== null) console.log(`storing: ${JSON.stringify(storing)}`);
    if (values.json === true) console.log(JSON.stringify({ dev, hard, peer, ratio, storing }));
    return values['at-most'] !== undefined && dev.milliseconds.p95 > Number(values['at-most']) ? 1 : 0;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function copiesOf(records: readonly SearchRecord[], copies: number): readonly SearchRecord[] {
  return Array.from({ length: copies }, (_, copy) =>
    copy === 0
      ? records
      : records.map((record) => ({
          ...record,
          url: `${record.url}-${copy}`,
          workPath: `${record.workPath}-${copy}`,
          title: `${record.title} สำเนาทดสอบ ${copy}`,
        })),
  ).flat();
}

async function store(register: Register, records: readonly SearchRecord[], dir: string) {
  const startedAt = performance.now();
  await fillWithRecords(register, records);
  const milliseconds = (performance.now() - startedAt) / records.length;
  const [sample] = records;
  const single: number[] = [];
  for (let n = 0; sample !== undefined && n < 100; n += 1) {
    const at = performance.now();
    await fillWithRecords(register, [{ ...sample, url: `single-${n}`, workPath: `single-${n}` }]);
    single.push(performance.now() - at);
  }
  const bytes = (await stat(join(dir, 'registry.db'))).size;
  return {
    works: records.length,
    msPerWorkInBatches: Math.round(milliseconds * 100) / 100,
    msPerTransactionOfOne: quantiles(single),
    megabytes: Math.round(bytes / 1e6),
  };
}

async function measure(register: Register, queries: readonly string[], words: WordList) {
  const times: number[] = [];
  const cpu: number[] = [];
  const held = monitorEventLoopDelay({ resolution: 5 });
  const slowest = { query: '', milliseconds: 0, works: 0 };
  for (const round of ['warm up', 'measured'] as const) {
    if (round === 'measured') held.enable();
    for (const query of queries) {
      const usedBefore = process.cpuUsage();
      const startedAt = performance.now();
      const works = await search(register, query, words);
      const milliseconds = performance.now() - startedAt;
      const { user, system } = process.cpuUsage(usedBefore);
      if (round === 'measured') times.push(milliseconds);
      if (round === 'measured') cpu.push((user + system) / 1000);
      if (round === 'measured' && milliseconds > slowest.milliseconds) {
        Object.assign(slowest, { query: query.slice(0, 60), milliseconds: Math.round(milliseconds), works });
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  held.disable();
  return {
    milliseconds: quantiles(times),
    cpuMilliseconds: quantiles(cpu),
    heldMilliseconds: Math.round(held.max / 1e6),
    slowest,
  };
}

async function search(register: Register, query: string, words: WordList): Promise<number> {
  const request = requestOf(new URLSearchParams({ q: query }));
  const found = await searchRegister(register, request, new Date().toISOString(), async () => words);
  if (!found.ok) return 0;
  return (await viewAnswer(found.value.answer, request, found.value.types, [])).works;
}

async function measurePeer(records: readonly SearchRecord[], queries: readonly string[], dir: string) {
  await fts5.build(records, dir);
  const peer = await fts5.open(dir);
  const times: number[] = [];
  for (const query of [...queries, ...queries]) times.push((await peer.ask(query, query)).next.milliseconds);
  await peer.close();
  return {
    ...quantiles(times.slice(queries.length)),
    megabytes: Math.round((await stat(join(dir, 'fts5.db'))).size / 1e6),
  };
}

function quantiles(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number =>
    Math.round((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
