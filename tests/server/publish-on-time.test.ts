import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishOnTime } from '../../src/server/publish-on-time.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is due is published at the start and then every so often, one round at a time, until the server stops', async () => {
  const events: string[] = [];
  let rounds = 0;
  const stop = publishOnTime({
    publishDue: async () => {
      rounds += 1;
      if (rounds === 2) throw new Error('the disk is full');
      return rounds === 1
        ? [{ subject: 'charters/test-north', outcome: { published: 2 } }]
        : [{ subject: 'charters/test-south', outcome: { refused: 'remarks_open' } }];
    },
    everyMs: 1000,
    log: ({ event, reason = '' }) => events.push(`${event} ${reason}`.trim()),
  });
  await vi.advanceTimersByTimeAsync(2000);
  expect(events).toEqual([
    'published_on_time',
    'publishing_failed Error: the disk is full',
    'plan_refused remarks_open',
  ]);
  await stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(rounds).toBe(3);
});
