import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anEmptyFolder, serverFile, startBuiltServer } from './built-server.ts';

const LONG_MS = 120_000;

const runWith = (environment: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, [serverFile], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    timeout: 30_000,
  });

test(
  'a server started on an empty folder has the seeded register, indexes it, stops when told and comes back the same',
  async () => {
    const first = await startBuiltServer(anEmptyFolder());
    const health = async (origin: string) => (await fetch(`${origin}/healthz`)).json();
    const before = await health(first.origin);
    expect(before).toMatchObject({ status: 'ok' });
    expect(before.editions).toBeGreaterThan(30);
    await expect.poll(async () => (await health(first.origin)).searchGeneration, { timeout: 60_000 }).toBe(1);
    expect((await fetch(`${first.origin}/pagefind/manifest.json`)).status).toBe(200);
    expect(await first.stop()).toBe(0);

    const second = await startBuiltServer(first.dataDir);
    expect(await health(second.origin)).toEqual({ ...before, searchGeneration: 1 });
    const clash = runWith({ PORT: new URL(second.origin).port, DATA_DIR: first.dataDir });
    expect([clash.status, clash.stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('is taken already')],
    ]);
    expect(await second.stop()).toBe(0);
    rmSync(first.dataDir, { recursive: true, force: true });
  },
  LONG_MS,
);

test('a wrong setting ends the start with one sentence', () => {
  const run = runWith({ SITE_URL: 'tammanoon' });
  expect(run.status).toBe(1);
  expect(run.stderr.trim()).toMatch(/^The setting SITE_URL is "tammanoon" but must be .*\.$/);
});
