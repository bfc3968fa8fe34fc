import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchRevision } from '../../src/server/watch-revision.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the index is asked for at start and after each publication, by whatever process, until the watch ends', () => {
  let revision = 4;
  let calls = 0;
  const stop = watchRevision(
    () => revision,
    500,
    () => {
      calls += 1;
    },
  );
  expect(calls).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(calls).toBe(1);
  revision = 5;
  vi.advanceTimersByTime(2_000);
  expect(calls).toBe(2);
  stop();
  revision = 6;
  vi.advanceTimersByTime(2_000);
  expect(calls).toBe(2);
});
