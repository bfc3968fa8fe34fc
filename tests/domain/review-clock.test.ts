import { describe, expect, test } from 'vitest';
import { given, notStated } from '../../src/domain/fact.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { reviewClock, reviewCycleOf } from '../../src/domain/review-clock.ts';
import type { WorkEvent } from '../../src/domain/timeline.ts';
import { type WrittenDate, writtenDay } from '../../src/thai/written-date.ts';

const today = '2026-12-01' as IsoDate;
const every = (amount: number, unit: string) => ({
  reviewEvery: reviewCycleOf({ facts: { reviewEvery: given({ amount, unit, textAsWritten: null }) } }),
});
const plan = {
  adopted: given(writtenDay('2024-02-29')),
  effective: notStated,
  reviewDue: notStated,
};
const month = (start: string): WrittenDate => ({ ...writtenDay(start), precision: 'month' });
const reviewed = (day: string): WorkEvent => ({
  kind: 'reviewed',
  date: writtenDay(day),
  note: null,
  source: null,
});

describe('the review clock of a plan', () => {
  test('takes the date that the plan states, to its last day', () => {
    const stated = { ...plan, reviewDue: given(month('2026-12')) };
    expect(reviewClock(stated, [], today)).toMatchObject({
      from: 'stated',
      lastDay: '2026-12-31',
      isPast: false,
    });
    expect(reviewClock(stated, [], '2027-01-01' as IsoDate)).toMatchObject({ isPast: true });
  });

  test('counts from the cycle when no date is stated', () => {
    const yearly = { ...plan, ...every(1, 'ปี') };
    expect(reviewClock(yearly, [], today)).toMatchObject({
      from: 'counted',
      lastDay: '2025-02-28',
      isPast: true,
    });
    expect(reviewClock(yearly, [reviewed('2026-06-01')], today)).toMatchObject({ lastDay: '2027-06-01' });
    expect(reviewClock({ ...plan, ...every(18, 'เดือน') }, [], today)).toMatchObject({
      lastDay: '2025-08-29',
    });
  });

  test('goes on from a review that took place', () => {
    const stated = { ...plan, reviewDue: given(writtenDay('2026-05-31')) };
    expect(reviewClock(stated, [reviewed('2026-05-31')], today)).toEqual({
      kind: 'reviewed',
      on: writtenDay('2026-05-31'),
    });
    expect(reviewClock(stated, [reviewed('2025-05-01')], today)).toMatchObject({ kind: 'due', isPast: true });
    expect(reviewClock({ ...stated, ...every(1, 'ปี') }, [reviewed('2026-06-02')], today)).toMatchObject({
      from: 'counted',
      lastDay: '2027-06-02',
    });
  });

  test.each([
    ['nothing is stated', plan],
    ['the cycle is no whole number of months or years', { ...plan, ...every(1.5, 'ปี') }],
    ['the cycle has a unit that says nothing', { ...plan, ...every(2, 'ฤดู') }],
    ['nobody knows from when to count', { ...plan, adopted: notStated, ...every(1, 'ปี') }],
  ])('says nothing when %s', (_when, one) => {
    expect(reviewClock(one, [], today)).toEqual({ kind: 'not_stated' });
  });
});
