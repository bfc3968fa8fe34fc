import { expect, test } from 'vitest';
import { dayInThailand, dayNumberInThailand, parseAddressDate } from '../../src/domain/iso-date.ts';

test('a day in Thailand begins seven hours before it does in UTC', () => {
  expect(dayInThailand('2026-11-21T16:59:59.999Z')).toBe('2026-11-21');
  expect(dayInThailand('2026-11-21T17:00:00.000Z')).toBe('2026-11-22');
  const before = dayNumberInThailand('2026-11-21T16:59:59.999Z');
  expect(dayNumberInThailand('2026-11-21T17:00:00.000Z')).toBe(before + 1);
});

test.each([
  ['2017-05-15', '2017-05-15', '2017-05-15', false],
  ['2560-05-15', '2017-05-15', '2017-05-15', true],
  ['2563-02-29', '2020-02-29', '2020-02-29', true],
  ['2560-02', '2017-02', '2017-02-28', true],
  ['2020-02', '2020-02', '2020-02-29', false],
  ['2560', '2017', '2017-12-31', true],
  ['2480-02-01', '1938-02-01', '1938-02-01', true],
])('the address date %s is %s and ends on %s', (text, date, lastDay, wasBuddhist) => {
  expect(parseAddressDate(text)).toEqual({ date, lastDay, wasBuddhist });
});

test.each([
  '2017-02-29',
  '2562-02-29',
  '2017-13-01',
  '2017-5-1',
  'yesterday',
  '',
  '2017-05-15T00:00',
  '2483-02-01',
  '2017-',
  '2017-00',
  '0000',
  '256',
])('the address date %s is no date', (text) => {
  expect(parseAddressDate(text)).toBeNull();
});
