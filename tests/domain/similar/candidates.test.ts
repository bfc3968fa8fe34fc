import { expect, test } from 'vitest';
import { createCandidates, leadingShingles } from '../../../src/domain/similarity/candidates.ts';

const common = Array.from({ length: 48 }, (_, at) => 100 + at);
const lists = new Map<number, readonly number[]>([
  [1, [7, 8]],
  [2, [7, 9]],
  [3, [7, 8, 9]],
  [4, [5]],
  [50, common],
]);

test('wordings with two rare phrases in common are compared, those with most first, and of equals the older', () => {
  expect(createCandidates(lists, 5)([1, 2, 3])).toEqual([7, 8, 9]);
  expect(createCandidates(lists, 2)([1, 2, 3])).toEqual([7, 8]);
});

test('one rare phrase brings some by a weak sign, and a common phrase alone brings nothing', () => {
  expect(createCandidates(lists, 4)([4])).toEqual([5]);
  expect(createCandidates(lists, 3)([4])).toEqual([]);
  expect(createCandidates(lists, 5)([50])).toEqual([]);
});

test('what one clause has in common is not counted for the next', () => {
  const candidates = createCandidates(lists, 5);
  expect(candidates([1])).toEqual([7]);
  expect(candidates([2])).toEqual([7]);
  expect(candidates([1, 2, 3])).toEqual([7, 8, 9]);
});

test('a phrase of the trade leads to no more wordings, and the next one of the sketch does', () => {
  expect(leadingShingles([50, 1, 2], lists)).toEqual([1, 2]);
});
