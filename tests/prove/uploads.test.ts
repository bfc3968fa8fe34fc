import { expect, test } from 'vitest';
import { isHeld, sendUploads } from './uploads.ts';

test('thirty mutated files crash nothing, and what is kept of them is whole and sound', async () => {
  const report = await sendUploads({ size: 30, seed: 4, isGuarded: true });
  expect(report.kept).toBeGreaterThan(0);
  expect([...report.statuses.values()].reduce((sum, count) => sum + count)).toBe(30);
  expect(isHeld(report), JSON.stringify({ ...report, statuses: [...report.statuses] })).toBe(true);
}, 180_000);

test('control: where every file is believed, some are kept that no reader should get', async () => {
  const report = await sendUploads({ size: 20, seed: 4, isGuarded: false });
  expect(report.unsound).toBeGreaterThan(0);
}, 120_000);
