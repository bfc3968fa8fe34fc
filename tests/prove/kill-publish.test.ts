import { expect, test } from 'vitest';
import { killPublish } from './kill-publish.ts';

test('four kills in the middle of publishing, by hand and by plan, lose and forget nothing and leave nothing half', async () => {
  const report = await killPublish({ kills: 4, isGuarded: true });
  expect(report.confirmed).toBeGreaterThan(0);
  expect(report).toMatchObject({ lost: [], half: [], forgotten: [] });
}, 120_000);

test('three kills of the server itself while an officer publishes do no harm either', async () => {
  const report = await killPublish({ kills: 3, isGuarded: true, through: 'server' });
  expect(report.confirmed).toBeGreaterThan(0);
  expect(report).toMatchObject({ lost: [], half: [], forgotten: [] });
}, 120_000);

test('control: without the transaction the kills leave half editions', async () => {
  let half = 0;
  for (let round = 0; round < 5 && half === 0; round += 1) {
    half = (await killPublish({ kills: 4, isGuarded: false })).half.length;
  }
  expect(half).toBeGreaterThan(0);
}, 120_000);
