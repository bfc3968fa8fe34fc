import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createExaminer } from '../../src/files/examine-file.ts';
import { aFileRoom, type TestRoom } from '../support/file-room.ts';
import { aPng, aZipBomb } from './hostile-files.ts';

let room: TestRoom;
beforeEach(() => {
  room = aFileRoom();
});
afterEach(() => room.remove());

const examine = async (bytes: Buffer, limits: Parameters<typeof createExaminer>[0]) => {
  const { path } = await room.upload(bytes, 'x');
  const target = await room.store.newIncoming();
  return { outcome: await createExaminer(limits)(path, target), target };
};

test('a file that takes longer than it may is refused, and its process is gone', async () => {
  const { outcome, target } = await examine(aPng(), { milliseconds: 1 });
  expect(outcome).toEqual({ ok: false, refusal: 'too_slow' });
  expect(existsSync(target)).toBe(false);
});

test('a file that takes more memory than it may is refused', async () => {
  const { outcome } = await examine(aZipBomb(), { memoryBytes: 60 * 1024 * 1024, milliseconds: 60_000 });
  expect(outcome).toEqual({ ok: false, refusal: 'too_complex' });
}, 60_000);

test('of many files at once some wait, and all are looked at', async () => {
  const examiner = createExaminer({ atOnce: 2, milliseconds: 60_000 });
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const { path } = await room.upload(aPng(), 'x');
      return examiner(path, await room.store.newIncoming());
    }),
  );
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(readdirSync(dirname(await room.store.newIncoming()))).toHaveLength(10);
}, 60_000);
