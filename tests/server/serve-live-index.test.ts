import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBase } from '../../src/search/build-index.ts';
import type { ReadFile } from '../../src/search/index-folder.ts';
import { packName } from '../../src/search/pack.ts';
import { IndexBehind, openSession } from '../../src/search/search-session.ts';
import { serveFiles } from '../../src/server/serve-files.ts';
import { serveLiveIndex } from '../../src/server/serve-live-index.ts';
import { servePacks } from '../../src/server/serve-packs.ts';
import { provider } from '../search/index-in.ts';
import { testRecord } from '../search/test-records.ts';

const options = { securityHeaders: [], quality: 1 };
const age = { cacheControl: () => 'no-cache', ...options };
const gone = testRecord('gone', { title: 'เรื่องที่ยกเลิก' });
const stays = testRecord('stays', { title: 'เรื่องที่ยังอยู่' });

let dir: string;
let withdrawn: readonly string[] = [];
let position = 1;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'withdrawn-'));
  await buildBase({ dir, records: provider([gone, stays]), revision: 1 });
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const files = () =>
  servePacks(
    serveLiveIndex(
      serveFiles({ root: dir, ...age }),
      dir,
      { withdrawnWorks: () => withdrawn, position: () => position },
      options,
    ),
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

describe('an index that is built behind the register', () => {
  test('is served while it shows what the register shows', async () => {
    withdrawn = ['/charters/never-published'];
    expect((await titles('เรื่องที่')).toSorted()).toEqual([gone.title, stays.title].toSorted());
  });

  test('says so from the moment of a publication, however long the next build takes or fails', async () => {
    position = 2;
    await expect(openSession(source)).rejects.toThrow(IndexBehind);
    position = 1;
    expect((await titles('เรื่องที่')).length).toBe(2);
  });

  test('says so from the moment of a withdrawal', async () => {
    withdrawn = [gone.workPath];
    await expect(openSession(source)).rejects.toThrow(IndexBehind);
    withdrawn = [];
  });

  test('says so from the moment an edition is taken out', async () => {
    withdrawn = [gone.url];
    await expect(openSession(source)).rejects.toThrow(IndexBehind);
    withdrawn = [];
  });

  test('gives nothing of a folder that holds a withdrawn text, its postings no more than its records', async () => {
    const folder = (await openSession(source)).manifest.shards[0]?.dir ?? '';
    const addresses = [
      `/${folder}/catalogue.gz`,
      `/${folder}/index/0.gz`,
      `/${folder}/record/0.gz`,
      `/${folder}/%69ndex/0.gz`,
      `/${folder}/${packName('record', [0, 1])}`,
    ];
    const found = () => Promise.all(addresses.map(async (path) => (await files()(path)) !== null));
    expect(await found()).toEqual(addresses.map(() => true));
    withdrawn = [gone.workPath];
    expect(await found()).toEqual(addresses.map(() => false));
    withdrawn = [];
  });
});
