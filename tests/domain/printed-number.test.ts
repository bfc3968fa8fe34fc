import { expect, test } from 'vitest';
import { given, notStated } from '../../src/domain/fact.ts';
import { missingNumbers, printedNumber } from '../../src/domain/printed-number.ts';

test.each([
  ['ฉบับที่ 6 พ.ศ. 2560', 6],
  ['ฉบับที่ ๑๒', 12],
  ['ฉบับที่2', 2],
  ['ฉบับที่ 2560', null],
  ['ฉบับปรับปรุง', null],
])('the number printed in "%s" is %s', (label, number) => {
  expect(printedNumber(given(label))).toBe(number);
});

test('a sixth edition says that five were before it, of which those in the register are not missing', () => {
  expect(missingNumbers([given('ฉบับที่ 6')])).toEqual([1, 2, 3, 4, 5]);
  expect(missingNumbers([given('ฉบับที่ 2'), given('ฉบับที่ 4')])).toEqual([1, 3]);
  expect(missingNumbers([given('ฉบับที่ 1'), notStated])).toEqual([]);
  expect(missingNumbers([notStated])).toEqual([]);
});
