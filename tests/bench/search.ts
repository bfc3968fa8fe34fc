import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SearchReport } from '../../src/search/recorded-score.ts';
import { buildApart } from './search/build-apart.ts';
import { readCorpus, readGold } from './search/corpus.ts';
import type { Asked } from './search/engine.ts';
import { engines } from './search/engines.ts';
import { record } from './search/record.ts';
import { costTable, reportOf } from './search/report.ts';
import type { GoldQuery } from './search/score.ts';

const usage = `npm run bench -- search --corpus FILE --gold FILE [--engine ${Object.keys(engines).join('|')}] [--json] [--record FILE]`;

/**
 * Builds the index of a corpus in a process of its own, asks every query of a fresh visitor (in a real browser where
 * the engine is one for browsers) and prints quality per kind, what a first and a next search cost, and what the
 * build took. `--json`: last, one JSON object. `--record FILE`: the same object with engine and date, for the page
 * that shows the score. Exit code 2 for a missing or unknown option.
 */
export default async function benchSearch(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string' },
      gold: { type: 'string' },
      engine: { type: 'string', default: 'ours' },
      json: { type: 'boolean' },
      record: { type: 'string' },
    },
  });
  const { corpus, gold, engine } = values;
  const load = engines[engine];
  if (corpus === undefined || gold === undefined || load === undefined) {
    console.error(usage);
    return 2;
  }
  const works = (await readCorpus(corpus)).length;
  const queries = await readGold(gold);
  const dir = await mkdtemp(join(tmpdir(), 'bench-search-'));
  try {
    const build = await buildApart(engine, corpus, dir);
    const opened = await (await load()).default.open(dir);
    const ran = await askAll(queries, opened.ask);
    await opened.close();
    const report = reportOf(ran, works, build);
    print(report);
    if (values.record !== undefined) {
      await record(values.record, engine, report, new Date().toISOString().slice(0, 10));
    }
    if (values.json === true) console.log(JSON.stringify(report));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  return 0;
}

export type Ran = { readonly gold: GoldQuery; readonly asked: Asked };

async function askAll(
  queries: readonly GoldQuery[],
  ask: (query: string, nextQuery: string) => Promise<Asked>,
): Promise<readonly Ran[]> {
  const ran: Ran[] = [];
  for (const [at, gold] of queries.entries()) {
    const next = queries[(at + 1) % queries.length] ?? gold;
    ran.push({ gold, asked: await ask(gold.query, next.query) });
  }
  return ran;
}

function print({ total, kinds, cost }: SearchReport): void {
  console.table({ ...kinds, total });
  console.table(costTable(cost));
  const { build } = cost;
  console.log(
    `build: ${build.works} works, ${build.worksPerSecond} works/s, peak ${build.peakMegabytes ?? '?'} MB`,
  );
}
