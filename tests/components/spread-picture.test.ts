import { expect, test } from 'vitest';
import { boxHeight, drawSpread, mostBoxes } from '../../src/components/spread-picture.ts';
import { testSpread } from '../../src/specimens/data/spread.ts';

const [first] = testSpread.adoptions;
if (!first) throw new Error('no test adoption');

const many = {
  work: testSpread.work,
  adoptions: Array.from({ length: mostBoxes + 25 }, (_, index) => ({
    ...first,
    to: `charters/test-${index}`,
    hop: 1 + Math.floor(index / 3),
    from: index < 3 ? first.from : `charters/test-${index - 3}`,
  })),
};

test.each(['columns', 'steps'] as const)(
  'in %s no text stands over another, and all stand inside the picture',
  (form) => {
    for (const page of [testSpread, many]) {
      const { boxes, width, height } = drawSpread(page, form);
      for (const [index, a] of boxes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + boxHeight <= height).toBe(true);
        const over = boxes.slice(index + 1).filter((b) => {
          const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
          return !isBeside && Math.abs(a.y - b.y) < boxHeight;
        });
        expect(over).toEqual([]);
      }
    }
  },
);

test('every adoption that is drawn has its line, a second way to the same text is another kind of line', () => {
  const { boxes, lines } = drawSpread(testSpread, 'columns');
  expect(lines).toHaveLength(testSpread.adoptions.length);
  expect(lines.filter(({ isFurther }) => isFurther)).toHaveLength(1);
  expect(boxes.map(({ date }) => date)).toContain('ไม่ระบุวันที่');
});

test('a picture of very many texts shows the first of them, and a case alone is one box', () => {
  expect(drawSpread(many, 'steps').boxes).toHaveLength(mostBoxes + 1);
  const alone = drawSpread({ work: testSpread.work, adoptions: [] }, 'columns');
  expect([alone.boxes.length, alone.lines.length]).toEqual([1, 0]);
});
