import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholePieces } from '../../src/thai/whole-words.ts';

const wholeIn = (text: string) =>
  wholePieces(text)
    .filter(({ isWhole }) => isWhole)
    .map(({ text: piece }) => piece);

test('the words of an official name that belong together stay on one line', () => {
  expect(wholeIn('องค์การบริหารส่วนตำบลทดสอบเหนือ')).toEqual(['องค์การบริหารส่วนตำบล']);
  expect(wholeIn('บันทึกข้อตกลงเครือข่ายทดสอบ ภาคตะวันออกเฉียงเหนือ')).toEqual([
    'ข้อตกลง',
    'เครือข่าย',
    'ภาคตะวันออกเฉียงเหนือ',
  ]);
  expect(wholeIn('สถาบันทดสอบ')).toEqual([]);
});

test('the longest word counts where one stands in another', () => {
  expect(wholeIn('โรงพยาบาลส่งเสริมสุขภาพตำบล')).toEqual(['โรงพยาบาลส่งเสริมสุขภาพ']);
  expect(wholeIn('องค์กรปกครองส่วนท้องถิ่น ท้องถิ่น')).toEqual(['องค์กรปกครองส่วนท้องถิ่น', 'ท้องถิ่น']);
});

test.each([
  ['ข้อความจากแม่แบบของทะเบียน', ['แม่แบบ']],
  ['ไม่น้อยกว่า 6 รูปแบบ', ['ไม่น้อยกว่า', 'รูปแบบ']],
  ['ฉบับลำดับที่ 1', ['ฉบับลำดับที่']],
  ['ฉบับที่\u00a02 ประกาศเมื่อวันที่ 14', ['ฉบับที่', 'วันที่']],
  ['ในวันที่ฝนตก', []],
  ['พ.ศ. 2564–2570', ['2564–2570']],
  ['เมื่อ 15–16 พฤษภาคม ๑๕-๑๖', ['15–16', '๑๕-๑๖']],
  ['โทร 02-123-4567', []],
  ['2017-05-15', []],
  ['ยังเป็นฉบับปัจจุบันหรือไม่', ['หรือไม่']],
  ['หรือไม่มีใครดู', []],
])('of "%s" no line ends inside %j', (text, whole) => {
  expect(wholeIn(text)).toEqual(whole);
});

test('no letter of a text is lost or added', () => {
  const words = fc.constantFrom('องค์การบริหารส่วนตำบล', 'เครือข่าย', 'ทดสอบ', ' ', 'ข้อ', 'ตกลง');
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const text = parts.join('');
      expect(
        wholePieces(text)
          .map(({ text: piece }) => piece)
          .join(''),
      ).toBe(text);
    }),
  );
});
