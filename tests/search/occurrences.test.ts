import { expect, test } from 'vitest';
import { bitOfKind, bitOfWeight, occurrencesIn } from '../../src/search/occurrences.ts';

test('what stands in several kinds of block counts each once, and weighs as the weightiest', () => {
  const inTitleAndBody = bitOfKind('body') | bitOfKind('title') | bitOfKind('body');
  expect(occurrencesIn(inTitleAndBody)).toMatchObject({ count: 2, weight: 10 });
  expect(occurrencesIn(0)).toMatchObject({ count: 0, weight: 0 });
});

test('the weights of postings tell the kinds of block, and no other weight is taken for one', () => {
  expect(bitOfWeight(24)).toBe(bitOfKind('body'));
  expect(bitOfWeight(240)).toBe(bitOfKind('title'));
  expect(bitOfWeight(0)).toBe(0);
  expect(() => bitOfWeight(25)).toThrow('no kind of block');
});
