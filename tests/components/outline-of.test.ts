import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/components/outline-of.ts';
import { renderBody } from '../../src/render/render-markdown.ts';

const linesOf = (markdown: string): string[] =>
  outlineOf(renderBody(markdown).provisions).flatMap((entry) => [
    entry.eid,
    ...entry.children.map((child) => `  ${child.eid}`),
  ]);

describe('the table of contents', () => {
  test('has chapters with their clauses and no paragraphs', () => {
    const markdown =
      '## หมวด 1 ทั่วไป\n\n### ข้อ 1 ชื่อ\n\nวรรคแรก\n\nวรรคสอง\n\n### ข้อ 2 นิยาม\n\n## หมวด 2 สิทธิ\n';
    expect(linesOf(markdown)).toEqual(['ch-1', '  cl-1', '  cl-2', 'ch-2']);
  });

  test('has clauses at its first level where nothing is around them', () => {
    expect(linesOf('ข้อ ๑ หนึ่ง\n\nข้อ ๒ สอง\n')).toEqual(['cl-1', 'cl-2']);
  });

  test('does not say the words of a plain heading twice', () => {
    const [entry] = outlineOf(renderBody('## เรื่องนี้คืออะไร\n').provisions);
    expect(entry).toMatchObject({ label: 'เรื่องนี้คืออะไร', heading: null });
  });

  test('of 9,999 clauses is made in one go', () => {
    const markdown = Array.from({ length: 9999 }, (_, index) => `ข้อ ${index + 1} ข้อความทดสอบ`).join('\n\n');
    expect(linesOf(markdown)).toHaveLength(9999);
  });
});
