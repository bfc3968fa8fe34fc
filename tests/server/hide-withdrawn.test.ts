import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBase } from '../../src/search/build-index.ts';
import type { ReadFile } from '../../src/search/index-folder.ts';
import { packName } from '../../src/search/pack.ts';
import { openSession } from '../../src/search/search-session.ts';
import { hideWithdrawn } from '../../src/server/hide-withdrawn.ts';
import { serveFiles } from '../../src/server/serve-files.ts';
import { servePacks } from '../../src/server/serve-packs.ts';
import { provider } from '../search/index-in.ts';
import { testRecord } from '../search/test-records.ts';

const options = { securityHeaders: [], quality: 1 };
const age = { cacheControl: () => 'no-cache', ...options };
const gone = testRecord('gone', { title: 'เรื่องที่ยกเลิก' });
const stays = testRecord('stays', { title: 'เรื่องที่ยังอยู่' });

let dir: string;
let withdrawn: readonly string[] = [];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'withdrawn-'));
  await buildBase({ dir, records: provider([gone, stays]), revision: 1 });
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const files = () =>
  servePacks(
    hideWithdrawn(serveFiles({ root: dir, ...age }), dir, () => withdrawn, options),
    { ...age, cacheControl: 'no-cache', hasEtag: false },
  );

/** Reads as a browser does, through the front door. */
const source: ReadFile = async (path) => {
  const found = await files()(`/${path}`);
  if (found?.status !== 200) throw new Error(`${path} is not there`);
  const { body } = await found.prepare('identity');
  return body[0] === 0x1f ? gunzipSync(body) : body;
};

async function titles(q: string): Promise<readonly string[]> {
  const session = await openSession(source);
  const answered = await session.answer(q, {});
  if (!answered.ok) throw new Error(answered.refusal.code);
  const { rung, groups } = answered.value;
  if (rung !== 'exact') return [];
  return Promise.all(groups.map(async ([{ folder, page }]) => (await folder.readRecord(page)).title));
}

describe('an index that was built before a withdrawal', () => {
  test('shows everything while nothing is withdrawn', async () => {
    withdrawn = [];
    expect((await titles('เรื่องที่')).toSorted()).toEqual([gone.title, stays.title].toSorted());
  });

  test('is served without the withdrawn work at once', async () => {
    withdrawn = [gone.workPath];
    expect(await titles('เรื่องที่')).toEqual([stays.title]);
    expect(await titles('เรื่องที่ยกเลิก')).toEqual([]);
  });

  test('gives its record to nobody who knows the address, alone or in a pack', async () => {
    withdrawn = [];
    const folder = (await openSession(source)).manifest.shards[0]?.dir ?? '';
    const addresses = [0, 1].map((page) => `/${folder}/record/${page}.gz`);
    const texts = await Promise.all(addresses.map(async (path) => (await source(path.slice(1))).toString()));
    const page = texts.findIndex((text) => text.includes(gone.title));
    expect(page).toBeGreaterThanOrEqual(0);
    withdrawn = [gone.workPath];
    expect(await files()(addresses[page] ?? '')).toBe(null);
    expect(await files()(`/${folder}/%72ecord/${page}.gz`)).toBe(null);
    expect(await files()(`/${folder}/${packName('record', [0, 1])}`)).toBe(null);
    expect((await files()(addresses[1 - page] ?? ''))?.status).toBe(200);
  });
});
