import { expect, test } from 'vitest';
import { groupByWork } from '../../src/search/group-hits.ts';
import type { Hit, HitTier } from '../../src/search/hit.ts';
import type { OpenFolder } from '../../src/search/index-folder.ts';

/** Hits in three editions of one work; page by page the tier and the score. */
function editionsOf(
  current: string,
  found: readonly (readonly [page: number, tier: HitTier, score: number])[],
) {
  const folder = { catalogue: { works: [0, 0, 0], current } } as unknown as OpenFolder;
  const hits = found.map(([page, tier, score]): Hit => ({ folder, page, tier, score, foundIn: () => [] }));
  return groupByWork(hits).map((group) => group.map(({ page }) => page));
}

test('the current edition stands for its work, whatever older ones say', () => {
  const found = [
    [0, 'phrase-in-title', 9],
    [2, 'words', 1],
  ] as const;
  expect(editionsOf('001', found)).toEqual([[2, 0]]);
});

test('of older editions the newest of the most exact does, however the words of all texts are weighed', () => {
  const older = (...scores: readonly [number, number, number]) =>
    editionsOf('000', [
      [0, 'phrase', scores[0]],
      [1, 'phrase', scores[1]],
      [2, 'words', scores[2]],
    ]);
  expect(older(9, 1, 9)[0]?.[0]).toBe(1);
  expect(older(1, 9, 9)[0]?.[0]).toBe(1);
});
