import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openRegister, type Register } from '../../db/connection.ts';
import { findEdition } from '../../db/editions.ts';
import { listWorkNames } from '../../db/works.ts';
import { addUser } from '../../src/auth/add-user.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { publishOverHttp, type SignedInVisitor, signInOverHttp } from '../prove/publish-over-http.ts';
import { launchBrowser } from '../support/browser.ts';
import { startChildServer } from '../support/child-server.ts';

const serverFile = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
const publisher = { username: 'bench-publisher', password: 'a long password for a bench' };
/** A publication is to be found in a fresh browser within this time. */
const promisedMilliseconds = 2000;

type Round = {
  readonly publish: number;
  readonly serverSearch: boolean;
  readonly browser: number;
  readonly longestWait: number;
};

/**
 * `DATA_DIR=… npm run bench -- findable [--rounds N]`: copies the register, serves it, publishes an edition with words
 * that stand nowhere else and asks for them, in fresh browsers until one finds them. Meanwhile it asks `/healthz` all
 * the time for the longest wait. Exit code 1 when a promise was not kept at the median, 2 without DATA_DIR.
 */
export default async function benchFindable(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '5' } } });
  const from = process.env['DATA_DIR'];
  if (from === undefined) {
    console.error(
      'DATA_DIR=FOLDER npm run bench -- findable [--rounds N]; the folder is copied, not changed',
    );
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-findable-'));
  try {
    await cp(from, folder, { recursive: true });
    const target = await prepare(join(folder, 'registry.db'));
    const rounds = await measure(folder, target, Number(values.rounds));
    console.table(rounds);
    const middle = median(rounds.map(({ browser }) => browser));
    console.log(
      `publish to found in a fresh browser: ${middle} ms at the median, ${promisedMilliseconds} promised`,
    );
    return middle <= promisedMilliseconds && rounds.every(({ serverSearch }) => serverSearch) ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Target = { readonly work: WorkName; readonly place: string };

/** A registrar for the bench, and a charter of one place. */
async function prepare(file: string): Promise<Target> {
  const register = openRegister({ file });
  try {
    const added = await addUser(register, {
      ...publisher,
      displayName: 'ผู้ทดสอบ',
      role: 'registrar',
      organisation: null,
      now: new Date().toISOString(),
    });
    if (!added.ok) throw new Error(added.refusal.code);
    return await aCharterOfOnePlace(register);
  } finally {
    register.close();
  }
}

async function aCharterOfOnePlace(register: Register): Promise<Target> {
  for (const work of await listWorkNames(register.read)) {
    const edition = work.type === 'charters' ? await findEdition(register.read, work.id, 1) : null;
    const [place, ...others] = edition?.manifest.places ?? [];
    if (place !== undefined && others.length === 0) return { work, place };
  }
  throw new Error('the register has no charter of one place');
}

async function measure(folder: string, target: Target, rounds: number): Promise<readonly Round[]> {
  const server = await startChildServer({
    file: serverFile,
    environment: { DATA_DIR: folder, SITE_URL: '' },
    patienceMs: 120_000,
  });
  const browser = await launchBrowser();
  try {
    await untilIndexed(server.origin);
    const visitor = await signInOverHttp(server.origin, publisher);
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1)
      measured.push(await measureRound(visitor, browser, target, round));
    return measured;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measureRound(
  visitor: SignedInVisitor,
  browser: Browser,
  { work, place }: Target,
  round: number,
): Promise<Round> {
  const words = `ถ้อยคำทดสอบครั้งที่ ${Date.now()} รอบ ${round}`;
  const watch = watchWaits(visitor.origin);
  try {
    const startedAt = performance.now();
    await publishOverHttp(visitor, work, {
      label: `ฉบับทดสอบ ${words}`,
      places: place,
      body: `### ข้อ 1 ทดสอบ\n\n${words}`,
    });
    const publishedAt = performance.now();
    const serverSearch = await isFoundByServer(visitor.origin, words);
    while (!(await isFoundInFreshBrowser(browser, visitor.origin, words))) {
      if (performance.now() - publishedAt > 60_000) throw new Error('not found within a minute');
    }
    const foundAt = performance.now();
    return {
      publish: Math.round(publishedAt - startedAt),
      serverSearch,
      browser: Math.round(foundAt - publishedAt),
      longestWait: Math.round(watch.longest()),
    };
  } finally {
    await watch.stop();
  }
}

async function isFoundByServer(origin: string, words: string): Promise<boolean> {
  const answer = await fetch(`${origin}/api/v1/search?q=${encodeURIComponent(`"${words}"`)}`);
  const { total } = (await answer.json()) as { readonly total: number };
  return total === 1;
}

/** Whether the browser's own search finds the words, in a profile that has never been here. */
async function isFoundInFreshBrowser(browser: Browser, origin: string, words: string): Promise<boolean> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/search`);
    await page.fill('registry-search input[type=search]', `"${words}"`);
    await page.keyboard.press('Enter');
    const state = await page.waitForSelector('registry-search:is([data-state=results], [data-state=none])');
    return (await state.getAttribute('data-state')) === 'results';
  } finally {
    await context.close();
  }
}

/** Asks for `/healthz` without a pause until it is stopped, and knows the longest wait so far. */
function watchWaits(origin: string): { readonly longest: () => number; readonly stop: () => Promise<void> } {
  let longest = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const askedAt = performance.now();
      await fetch(`${origin}/healthz`).then((answer) => answer.arrayBuffer());
      longest = Math.max(longest, performance.now() - askedAt);
    }
  })();
  return {
    longest: () => longest,
    stop: () => {
      isOver = true;
      return watching;
    },
  };
}

/** The index of a register that was just opened may have to be built first. */
async function untilIndexed(origin: string): Promise<void> {
  for (let before = -1; ; ) {
    const health = (await fetch(`${origin}/healthz`).then((answer) => answer.json())) as {
      readonly searchGeneration: number | null;
    };
    if (health.searchGeneration !== null && health.searchGeneration === before) return;
    before = health.searchGeneration ?? -1;
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
