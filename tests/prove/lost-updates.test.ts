import { expect, test } from 'vitest';
import { raceForDraft } from './lost-updates.ts';
import { raceOfPaths } from './race-of-paths.ts';

test('of sixteen people who save at the same moment exactly one wins, and no confirmed text is overwritten', async () => {
  expect(await raceForDraft({ clients: 16, rounds: 20, guarded: true })).toEqual({
    roundsWithoutOneWinner: [],
    lost: [],
    unconfirmed: [],
    confirmed: 20,
  });
});

test('control: without the version of the draft confirmed text is overwritten', async () => {
  const report = await raceForDraft({ clients: 16, rounds: 2, guarded: false });
  expect(report.lost.length).toBeGreaterThan(0);
  expect(report.roundsWithoutOneWinner).toEqual([0, 1]);
});

test('of saving, autosaving, merging, importing, restoring and publishing at the same moment exactly one wins', async () => {
  const { won, ...wrong } = await raceOfPaths(14, 20);
  expect(wrong).toEqual({ roundsWithoutOneWinner: [], roundsWithAnotherText: [] });
  expect(Object.values(won).reduce((sum, count) => sum + count, 0)).toBe(20);
});
