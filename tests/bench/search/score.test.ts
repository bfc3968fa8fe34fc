import { expect, it } from 'vitest';
import { meanScore, scoreAnswer } from './score.ts';

const gold = { id: 'q', kind: 'place', query: 'ทดสอบ', relevant: ['a', 'b'] };

it('an answer with one right record of two, in second place, scores half on every measure of finding', () => {
  expect(scoreAnswer(gold, ['x', 'a'])).toMatchObject({
    recall: 0.5,
    precision: 0.5,
    precisionAt10: 0.5,
    mrr: 0.5,
  });
});

it('an empty answer is right only where nothing answers', () => {
  expect(scoreAnswer(gold, [])).toMatchObject({ recall: 0, precision: 0, noResult: 1 });
  expect(scoreAnswer({ ...gold, relevant: [] }, [])).toMatchObject({ recall: 1, precision: 1 });
  expect(scoreAnswer({ ...gold, relevant: [] }, ['x'])).toMatchObject({ recall: 0, precision: 0 });
});

it('the mean counts every query once', () => {
  const scores = [scoreAnswer(gold, ['a', 'b']), scoreAnswer(gold, [])];
  expect(meanScore(scores)).toMatchObject({ queries: 2, recall: 0.5, noResult: 0.5 });
});
