import { expect, test } from 'vitest';
import { killIndex } from './kill-index.ts';

test('eight kills in the middle of indexing leave an index that opens and answers with every work', async () => {
  expect((await killIndex({ kills: 8, isGuarded: true })).broken).toEqual([]);
}, 120_000);

test('control: an indexer that clears up before it builds is caught', async () => {
  let broken = 0;
  for (let round = 0; round < 4 && broken === 0; round += 1) {
    broken = (await killIndex({ kills: 5, isGuarded: false })).broken.length;
  }
  expect(broken).toBeGreaterThan(0);
}, 120_000);
