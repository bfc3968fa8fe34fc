import { expect, test } from 'vitest';
import { loseTyping } from './lost-typing.ts';

test('killing browser, server or line while somebody types loses nothing older than two seconds', async () => {
  const report = await loseTyping({ kills: 4, isKept: true });
  expect(report.kills).toEqual({ browser: 1, server: 1, network: 1, both: 1 });
  expect(report.lostInPage).toBe(0);
  expect(Math.max(0, ...report.lostMs)).toBeLessThanOrEqual(2000);
}, 240_000);

test('control: without saving by itself and without the copy, a killed browser loses all of it', async () => {
  const report = await loseTyping({ kills: 1, isKept: false });
  expect(report.lostMs).toHaveLength(1);
}, 120_000);
