import { expect, test } from 'vitest';
import { recountHistories } from './recount.ts';

test('after random acts through the verbs every count of pages, lists and parties is what a plain recount comes to', async () => {
  expect(await recountHistories({ histories: 15, seed: 1, isGuarded: true })).toEqual([]);
});

test('control: decisions that pass by the verbs leave the lists behind', async () => {
  const wrong = await recountHistories({ histories: 4, seed: 1, isGuarded: false });
  expect(wrong.some((one) => one.includes('in lists'))).toBe(true);
});
