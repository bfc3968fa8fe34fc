import { describe, expect, test } from 'vitest';
import { checkNumbering } from '../../../src/domain/numbering/check-numbering.ts';
import { insertProvision, openingAt } from '../../../src/domain/numbering/insert-provision.ts';
import { outlinedParts } from '../../../src/domain/numbering/outlined-part.ts';
import { renderBody } from '../../../src/render/render-markdown.ts';

const partsOf = (body: string) => {
  const { provisions, starts } = renderBody(body);
  return outlinedParts(provisions, starts);
};
const clause = (number: string, text = 'ข้อความทดสอบ') => `### ข้อ ${number} ชื่อ\n\n${text}`;
const body = (...blocks: readonly string[]) => blocks.join('\n\n');
const problems = (...blocks: readonly string[]) =>
  checkNumbering(partsOf(body(...blocks))).map(({ eid: _, ...problem }) => problem);

describe('the numbers of a text', () => {
  test('that run from one without a break are in order', () => {
    expect(
      problems('## หมวด 1 ก', clause('1'), clause('2'), '## หมวด 2 ข', clause('2/1'), clause('3')),
    ).toEqual([]);
  });

  test('tell the line and what is missing', () => {
    expect(problems(clause('1'), clause('2'), clause('5'))).toEqual([
      { kind: 'gap', line: 9, label: 'ข้อ 5', after: 'ข้อ 2', from: 3, until: 4 },
    ]);
    expect(problems(clause('2'))).toMatchObject([{ kind: 'gap', after: null, from: 1, until: 1 }]);
  });

  test('that stand twice tell where the first is', () => {
    expect(problems(clause('1'), clause('2'), clause('2'), clause('3'))).toEqual([
      { kind: 'duplicate', line: 9, label: 'ข้อ 2', firstLine: 5 },
    ]);
  });

  test('out of order are told once, and are not called missing', () => {
    expect(
      problems(clause('1'), clause('3'), clause('2'), clause('4')).map(({ kind, line }) => [kind, line]),
    ).toEqual([['order', 9]]);
  });

  test('that begin anew in a chapter are told once for each', () => {
    expect(
      problems('## หมวด 1 ก', clause('1'), clause('2'), '## หมวด 2 ข', clause('1'), clause('2')),
    ).toEqual([{ kind: 'restart', line: 13, label: 'ข้อ 1', after: 'ข้อ 2' }]);
    expect(
      problems('## หมวด 1 ก', clause('1'), '## หมวด 2 ข', clause('2'), '## หมวด 1 ค', clause('3')).map(
        (one) => one.kind,
      ),
    ).toEqual(['restart']);
  });

  test('of ส่วน are counted in each chapter by itself', () => {
    expect(
      problems('## หมวด 1 ก', '### ส่วนที่ 1 ก', clause('1'), '## หมวด 2 ข', '### ส่วนที่ 1 ข', clause('2')),
    ).toEqual([]);
  });

  test('in two kinds of digits are told where they differ from most', () => {
    expect(problems(clause('๑'), clause('๒'), clause('3'))).toEqual([
      { kind: 'mixed_digits', line: 9, label: 'ข้อ 3', usual: 'thai' },
    ]);
  });

  test('of a provision that has no words yet are told; one whose heading is a sentence has words', () => {
    const sentence = 'ให้ทุกหมู่บ้านในตำบลทดสอบช่วยกันดูแลลำเหมืองร่วมกันทุกปี';
    expect(
      problems('ข้อ 1', 'ข้อ 2 มีข้อความ', `### ข้อ 3 ${sentence}`).map(({ kind, line }) => [kind, line]),
    ).toEqual([['empty', 1]]);
  });

  test('in a block of code are words of the code', () => {
    expect(problems(clause('1'), '```\n### ข้อ 9\n```')).toEqual([]);
  });
});

describe('a new provision', () => {
  const text = body('## หมวด ๑ ก', clause('๑'), clause('๒', 'ตามข้อ ๓ และข้อ ๑'), '## หมวด ๒ ข', clause('๓'));
  const insert = (isRenumbering: boolean, after: string | null = 'cl-2') =>
    insertProvision(text, partsOf(text), { after, isRenumbering });

  test('takes a number between its neighbours, in their digits and form', () => {
    const { body: after, label, line, referringLines } = insert(false);
    expect(label).toBe('ข้อ ๒/๑');
    expect(after.split('\n')[line - 1]).toBe('### ข้อ ๒/๑ ');
    expect(after.replace('### ข้อ ๒/๑ \n\n', '')).toBe(text);
    expect(referringLines).toEqual([]);
  });

  test('takes the next number when the later ones are renumbered, and tells what refers to them', () => {
    const { body: after, label, referringLines } = insert(true);
    expect(label).toBe('ข้อ ๓');
    expect(checkNumbering(partsOf(after)).filter(({ kind }) => kind !== 'empty')).toEqual([]);
    expect(after).toContain('### ข้อ ๔ ชื่อ');
    expect(referringLines.map((line) => after.split('\n')[line - 1])).toEqual(['ตามข้อ ๓ และข้อ ๑']);
  });

  test('stands behind everything when no place is named, and is the first of an empty text', () => {
    expect(insert(false, null)).toMatchObject({ label: 'ข้อ ๔' });
    expect(insertProvision('', [], { after: null, isRenumbering: false })).toMatchObject({
      body: '### ข้อ 1 ',
      line: 1,
    });
  });

  test('is a paragraph where provisions are paragraphs', () => {
    const plain = 'ข้อ 1 หนึ่ง\n\nข้อ 2 สอง';
    expect(insertProvision(plain, partsOf(plain), { after: 'cl-1', isRenumbering: true }).body).toBe(
      'ข้อ 1 หนึ่ง\n\nข้อ 2 \n\nข้อ 3 สอง',
    );
  });

  test('at a line is numbered after the provision above it', () => {
    expect(openingAt(text, partsOf(text), 5)).toBe('### ข้อ ๑/๑ ');
    expect(openingAt(text, partsOf(text), 99)).toBe('### ข้อ ๔ ');
  });
});
