import { expect, test } from 'vitest';
import { sendGarbage } from './garbage.ts';

const garbage = { size: 1_500, seed: 20_261_122 };

test('fifteen hundred malformed requests cause no 5xx and no exit', async () => {
  const report = await sendGarbage({ ...garbage, isGuarded: true });
  expect(report.firstFailure).toBeNull();
  expect(report.hasSurvived).toBe(true);
  expect(report.growthMb ?? Number.NaN).toBeLessThan(20);
}, 60_000);

test('control: the same requests do harm where the front door is missing', async () => {
  const report = await sendGarbage({ ...garbage, isGuarded: false });
  expect(report.firstFailure).not.toBeNull();
}, 60_000);
