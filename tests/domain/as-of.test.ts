import { expect, test } from 'vitest';
import { asOfDay, asOfInstant, readAsOf } from '../../src/domain/as-of.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';

const now = '2026-11-22T02:00:00.000Z';
const day = (text: string) => asOfDay(text as IsoDate);

test.each([
  ['2026-11-21', day('2026-11-21')],
  ['2569-11-21', day('2026-11-21')],
  ['๒๕๖๙-๑๑-๒๑', day('2026-11-21')],
  ['2569-10', day('2026-10-31')],
  ['๒๕๖๘', day('2025-12-31')],
  ['2027-01-01', day('2027-01-01')],
  ['2026-11-22T08:30:00.125+07:00', asOfInstant('2026-11-22T01:30:00.125Z')],
  ['2026-11-22T08:30:00.125 07:00', asOfInstant('2026-11-22T01:30:00.125Z')],
  ['2569-11-22T01:30Z', asOfInstant('2026-11-22T01:30:00.000Z')],
  ['2026-11-22', 'now'],
  ['๒๕๖๙', 'now'],
  ['2026-02-30', null],
  ['2026-02-30T10:00:00Z', null],
  ['2026-11-21T25:00:00Z', null],
  ['2026-11-21T10:00:00', null],
  ['เมื่อวาน', null],
])('a list asked as of %s is asked as of %o', (text, expected) => {
  expect(readAsOf(text, now)).toEqual(expected);
});

test('a day ends at midnight in Thailand', () => {
  expect(day('2026-11-21').until).toBe('2026-11-21T16:59:59.999Z');
  expect(asOfInstant('2026-11-21T17:00:00.000Z')).toEqual({
    text: '2026-11-22T00:00:00.000+07:00',
    day: '2026-11-22',
    until: '2026-11-21T17:00:00.000Z',
  });
});
