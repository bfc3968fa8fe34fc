import { expect, test } from 'vitest';
import { createWordFinder } from '../../src/domain/mark-words.ts';

const { wordsIn, mark } = createWordFinder(['ขยะ', 'ป่าชุมชน', 'มาตรา 7']);
const marked = (text: string) => mark(text).flatMap((one) => (one.isMarked ? [one.text] : []));

test('words are found whatever the blanks, the digits and the marks between letters', () => {
  expect(wordsIn('ดูแลป่า ชุมชนและข\u200bยะ')).toEqual(['ขยะ', 'ป่าชุมชน']);
  expect(wordsIn('ตามมาตรา ๗')).toEqual(['มาตรา 7']);
  expect(wordsIn('ตามมาตรา 75')).toEqual([]);
  expect(wordsIn('')).toEqual([]);
});

test('no letter is torn from its vowel or tone', () => {
  expect(createWordFinder(['ข่าว']).wordsIn('ปลูกข้าวและขาวสะอาด')).toEqual([]);
  expect(createWordFinder(['ปา']).wordsIn('ป่าไม้')).toEqual([]);
});

test('what is marked is what stands in the text, and the pieces are the text', () => {
  const text = 'ทิ้งขยะ แยก ข\u200bยะ แล้วดูแลป่า ชุมชน';
  expect(marked(text)).toEqual(['ขยะ', 'ข\u200bยะ', 'ป่า ชุมชน']);
  expect(
    mark(text)
      .map((one) => one.text)
      .join(''),
  ).toBe(text);
  expect(mark('ไม่มีคำ')).toEqual([{ text: 'ไม่มีคำ', isMarked: false }]);
});
