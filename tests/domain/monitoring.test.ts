import { describe, expect, test } from 'vitest';
import { type Fact, notStated } from '../../src/domain/fact.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { countReports, type DatedReport, overdueSpans, reportStateOn } from '../../src/domain/monitoring.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';

const on = (start: string): Fact<WrittenDate> => {
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[start.length as 4 | 7 | 10];
  const value = { start, end: null, precision, textAsWritten: null, isInferred: false };
  return { kind: 'given', value, note: null, sources: [] };
};
const reason: Fact<string> = { kind: 'given', value: 'น้ำท่วมเพื่อทดสอบ', note: null, sources: [] };
const period = (
  due: string | null,
  submitted: string | null,
  more: Partial<DatedReport> = {},
): DatedReport => ({
  due: due === null ? notStated : on(due),
  submitted: submitted === null ? notStated : on(submitted),
  lateReason: notStated,
  ...more,
});
const stateOn = (one: DatedReport, day: string) => reportStateOn(one, day as IsoDate);

describe('a report of a project', () => {
  test.each([
    ['on its last day', period('2023-03-31', '2023-03-31'), '2023-06-01', { kind: 'in_time' }],
    ['in the month it is due', period('2023-03', '2023-03-31'), '2023-06-01', { kind: 'in_time' }],
    [
      'ten days later, without a reason',
      period('2023-03-31', '2023-04-10'),
      '2023-06-01',
      { kind: 'late', days: 10, isAtLeast: false, hasReason: false },
    ],
    [
      'later, with a reason',
      period('2023-03-31', '2023-05', { lateReason: reason }),
      '2023-06-01',
      { kind: 'late', days: 31, isAtLeast: true, hasReason: true },
    ],
    [
      'in a month of which nobody knows the day',
      period('2023-03-15', '2023-03'),
      '2023-06-01',
      { kind: 'unclear' },
    ],
    ['without anybody saying when it was due', period(null, '2023-03-15'), '2023-06-01', { kind: 'unclear' }],
  ])('handed in %s', (_when, one, day, state) => {
    expect(stateOn(one, day)).toEqual(state);
  });

  test('that is not handed in comes near, is due, and is overdue from the next day, never failed', () => {
    const open = period('2023-03-31', null);
    expect(stateOn(open, '2023-01-01')).toEqual({ kind: 'not_due', days: 89 });
    expect(stateOn(open, '2023-03-01')).toEqual({ kind: 'soon', days: 30 });
    expect(stateOn(open, '2023-03-31')).toEqual({ kind: 'soon', days: 0 });
    expect(stateOn(open, '2023-04-01')).toEqual({ kind: 'overdue', days: 1, hasReason: false });
  });

  test('that was handed in late was overdue on the days before', () => {
    const late = period('2023-03-31', '2023-04-10');
    expect(stateOn(late, '2023-04-09')).toMatchObject({ kind: 'overdue', days: 9 });
    expect(stateOn(late, '2023-04-10')).toMatchObject({ kind: 'late', days: 10 });
  });

  test('of which sources disagree when it was handed in is called neither late nor overdue', () => {
    const disputed = period('2023-03-31', null, { submitted: { kind: 'disputed', note: null, values: [] } });
    expect(stateOn(disputed, '2024-01-01')).toEqual({ kind: 'unclear' });
  });

  test('without a due day stands nowhere', () => {
    expect(stateOn(period(null, null), '2024-01-01')).toEqual({ kind: 'not_stated' });
  });
});

test('reports are counted by how they stand, those that need somebody first', () => {
  const states = [period('2023-03-31', '2023-03-01'), period('2023-03-31', null), period(null, null)].map(
    (one) => stateOn(one, '2023-06-01'),
  );
  expect(countReports(states)).toEqual([
    { kind: 'overdue', count: 1 },
    { kind: 'in_time', count: 1 },
    { kind: 'not_stated', count: 1 },
  ]);
});

test('the days on which something is overdue are those on which some report stands so', () => {
  const periods = [
    period('2023-03-31', '2023-04-10'),
    period('2023-04-05', '2023-04-20'),
    period('2023-06', null),
    period(null, null),
  ];
  const spans = overdueSpans(periods);
  expect(spans).toEqual([
    { from: '2023-04-01', until: '2023-04-20' },
    { from: '2023-07-01', until: '9999-12-31' },
  ]);
  for (const day of ['2023-03-31', '2023-04-01', '2023-04-12', '2023-04-20', '2023-06-30', '2023-07-01']) {
    const isOverdue = periods.some((one) => stateOn(one, day).kind === 'overdue');
    expect(spans.some(({ from, until }) => from <= day && until > day)).toBe(isOverdue);
  }
});
