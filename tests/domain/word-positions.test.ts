import { expect, test } from 'vitest';
import type { Provision } from '../../src/domain/provision.ts';
import { createPositionFinder, wordPositionsForm, wordsByPosition } from '../../src/domain/word-positions.ts';

const words = ['ขยะ', 'น้ำ', 'มาตรา 7'];
const find = createPositionFinder(words);
const part = (
  order: number,
  text: string,
  heading: string | null = null,
  kind: Provision['kind'] = 'clause',
) => ({
  order,
  text,
  heading,
  kind,
});

test('a word stands where it is in the heading or the text of a clause, and nowhere twice', () => {
  expect(
    find([part(1, 'แยกขยะ ทิ้งขยะ', 'เรื่องขยะ'), part(2, 'ดูแลแม่นํ้า'), part(5, 'ตามมาตรา ๗', 'ข ยะ')]),
  ).toEqual({
    ขยะ: [1, 5],
    น้ำ: [2],
    'มาตรา 7': [5],
  });
});

test('a clause stands for its paragraphs, and a heading without text of its own for nothing', () => {
  expect(find([part(1, '', 'หมวดว่าด้วยขยะ', 'chapter'), part(2, 'แยกขยะ', null, 'paragraph')])).toEqual({});
  expect(find([part(1, 'แยกขยะ', 'หมวด', 'chapter')])).toEqual({ ขยะ: [1] });
});

test('told by part, the words stand in the order of the text and of the question', () => {
  const positions = { น้ำ: [2, 9], ขยะ: [9], อื่น: [4] };
  expect([...wordsByPosition(positions, words)]).toEqual([
    [2, ['น้ำ']],
    [9, ['ขยะ', 'น้ำ']],
  ]);
});

test('where words stand changes only together with its version', () => {
  const texts = ['คัดแยกข\u200bยะ และน้ำเเข็ง', 'มาตรา 75', 'มาตรา ๗ (๑)', 'ขย ะ', 'น้ำ-ขยะ', 'ข-ยะ'];
  const kept = find(texts.map((text, order) => part(order, text)));
  expect([wordPositionsForm, kept]).toEqual([1, { ขยะ: [0, 4], น้ำ: [0, 4], 'มาตรา 7': [2] }]);
});
