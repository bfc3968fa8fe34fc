import { expect, test } from 'vitest';
import { killUpload } from './kill-upload.ts';

test('six kills while files are attached leave no row without its file and no file that stays for nothing', async () => {
  const report = await killUpload({ kills: 6, isGuarded: true });
  expect(report.confirmed).toBeGreaterThan(0);
  expect(report).toMatchObject({ lost: 0, rowsWithoutFile: 0, orphans: 0 });
}, 120_000);

test('control: a row that is written before its file is left without it by a kill', async () => {
  let rowsWithoutFile = 0;
  for (let round = 0; round < 5 && rowsWithoutFile === 0; round += 1) {
    ({ rowsWithoutFile } = await killUpload({ kills: 4, isGuarded: false }));
  }
  expect(rowsWithoutFile).toBeGreaterThan(0);
}, 120_000);
