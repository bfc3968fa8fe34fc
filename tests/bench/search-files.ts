import { parseArgs } from 'node:util';
import { openRegister, type Register } from '../../db/connection.ts';
import { writeProvisionCsv } from '../../src/exports/provision-csv.ts';
import { writeSearchCsv } from '../../src/exports/search-csv.ts';
import { exportProvisions } from '../../src/registry/export-provisions.ts';
import { exportSearch } from '../../src/registry/export-search.ts';
import type { KnownAsOf } from '../../src/registry/know-as-of.ts';
import { searchRegister } from '../../src/registry/search-register.ts';
import { asOfNow } from '../../src/registry/steps/as-of-now.ts';
import { queryTextOf, requestOf, type SearchRequest } from '../../src/search/search-request.ts';
import { benchedRegister } from './page-cpu.ts';

const about = { path: '/', nextPath: null, origin: 'https://register.example' };

/** Milliseconds of this thread's processor: all of it, and the most in one piece, in which nothing else could run. */
type Cost = { readonly cpu: number; readonly hold: number };

/**
 * What the file of a search costs part by part, beside the page of the same search and a part of a list by provisions. Time
 * in which other processes had the processor is left out. The register is the one of DATA_DIR.
 */
export default async function searchFiles(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { query: { type: 'string', default: 'ทดสอบ' }, parts: { type: 'string', default: '5' } },
  });
  const register = openRegister({ file: benchedRegister('registry generate --works 10000') });
  try {
    const now = new Date().toISOString();
    const asOf = await asOfNow(register, now);
    const request = requestOf(new URLSearchParams({ q: values.query }));
    await searchRegister(register, request, now);
    const page = await costOf(() => searchRegister(register, request, now));
    console.log(`the page searches with ${told(page.cost)}`);
    const list = await costOf(() => listPart(register, asOf));
    console.log(`a list by provisions: ${list.value} rows, ${perRow(list.cost, list.value)}`);
    await measureParts(register, request, asOf, Number(values.parts), page.cost);
    return 0;
  } finally {
    register.close();
  }
}

async function measureParts(
  register: Register,
  request: SearchRequest,
  asOf: KnownAsOf,
  most: number,
  page: Cost,
): Promise<void> {
  let from: number | null = 1;
  for (let part = 1; from !== null && part <= most; part += 1) {
    const first: number = from;
    const { cost, value } = await costOf(() => searchPart(register, request, asOf, first));
    const beside = (cost.hold / page.hold).toFixed(1);
    console.log(
      `part ${part} of ${value.total} works: ${value.rows} rows, ${(value.bytes / 1e6).toFixed(1)} MB, ` +
        `${perRow(cost, value.rows)}, ${told(cost)}: ${beside} × the page's`,
    );
    from = value.next;
  }
}

async function searchPart(register: Register, request: SearchRequest, asOf: KnownAsOf, from: number) {
  const part = await exportSearch(register, request, asOf, from);
  if (!part.ok) throw new Error(part.refusal.code);
  const { total, hits, next } = part.value;
  const asked = { asOf: asOf.text, query: queryTextOf(request), note: '', none: '' };
  const text = await writeSearchCsv({ ...about, ...asked, total, hits });
  const rows = hits.reduce((sum, { found }) => sum + found.length, 0);
  return { total, next, rows, bytes: Buffer.byteLength(text) };
}

/** @returns its rows */
async function listPart(register: Register, asOf: KnownAsOf): Promise<number> {
  const part = await exportProvisions(register, { type: 'charters' }, 'title', asOf, 1);
  await writeProvisionCsv({ ...part, ...about, asOf: asOf.text });
  return part.works.reduce((sum, { provisions }) => sum + Math.max(1, provisions.length), 0);
}

async function costOf<T>(work: () => Promise<T>): Promise<{ readonly cost: Cost; readonly value: T }> {
  const began = threadMilliseconds();
  let [last, hold, isOn] = [began, 0, true];
  const look = (): void => {
    const here = threadMilliseconds();
    hold = Math.max(hold, here - last);
    last = here;
    if (isOn) setTimeout(look, 0);
  };
  setTimeout(look, 0);
  const value = await work();
  const ended = threadMilliseconds();
  isOn = false;
  return { cost: { cpu: ended - began, hold: Math.max(hold, ended - last) }, value };
}

function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const told = ({ cpu, hold }: Cost): string =>
  `${cpu.toFixed(0)} ms CPU, ${hold.toFixed(0)} ms of it in one piece`;

const perRow = ({ cpu }: Cost, rows: number): string => `${((cpu / rows) * 1000).toFixed(0)} µs a row`;
