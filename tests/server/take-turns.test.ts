import { expect, test } from 'vitest';
import { createTurns } from '../../src/server/take-turns.ts';

const HELD_MS = 8;

/** Holds the thread, as the making of a page does. */
function hold(): void {
  const until = performance.now() + HELD_MS;
  while (performance.now() < until);
}

/** What happened in which order: works asked for together, and a timer that was due when the first was done. */
async function orderOf(begin: (work: () => void) => Promise<void>): Promise<readonly string[]> {
  const order: string[] = [];
  const works = ['first', 'second', 'third'].map((name) =>
    begin(() => {
      hold();
      order.push(name);
    }),
  );
  const timer = new Promise<void>((resolve) => {
    setTimeout(() => {
      order.push('timer');
      resolve();
    }, 1);
  });
  await Promise.all([...works, timer]);
  return order;
}

test('works that are asked for together go on in their order, and what is due between them runs', async () => {
  const takeTurn = createTurns();
  const order = await orderOf((work) => takeTurn().then(work));
  expect(order.filter((name) => name !== 'timer')).toEqual(['first', 'second', 'third']);
  expect(order.at(-1)).toBe('third');
});

test('control: without turns a timer waits until all of them are done', async () => {
  expect(await orderOf((work) => Promise.resolve().then(work))).toEqual([
    'first',
    'second',
    'third',
    'timer',
  ]);
});

test('somebody who comes later has a turn as well', async () => {
  const takeTurn = createTurns();
  await takeTurn();
  await new Promise(setImmediate);
  await takeTurn();
  expect(await Promise.all([takeTurn(), takeTurn()])).toHaveLength(2);
});
