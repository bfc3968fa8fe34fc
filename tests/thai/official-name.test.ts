import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officialNamePieces } from '../../src/thai/official-name.ts';

const wholeIn = (name: string) =>
  officialNamePieces(name)
    .filter(({ isWhole }) => isWhole)
    .map(({ text }) => text);

test('the words of an official name that belong together stay on one line', () => {
  expect(wholeIn('องค์การบริหารส่วนตำบลทดสอบเหนือ')).toEqual(['องค์การบริหารส่วนตำบล']);
  expect(wholeIn('บันทึกข้อตกลงเครือข่ายทดสอบ ภาคตะวันออกเฉียงเหนือ')).toEqual([
    'ข้อตกลง',
    'เครือข่าย',
    'ภาคตะวันออกเฉียงเหนือ',
  ]);
  expect(wholeIn('สถาบันทดสอบ')).toEqual([]);
});

test('no letter of a name is lost or added', () => {
  const words = fc.constantFrom('องค์การบริหารส่วนตำบล', 'เครือข่าย', 'ทดสอบ', ' ', 'ข้อ', 'ตกลง');
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const name = parts.join('');
      expect(
        officialNamePieces(name)
          .map(({ text }) => text)
          .join(''),
      ).toBe(name);
    }),
  );
});
