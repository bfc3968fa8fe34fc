import { describe, expect, test } from 'vitest';
import { compareParts } from '../../../src/domain/difference/compare-parts.ts';
import { type ComparedPart, partsOf } from '../../../src/domain/difference/compared-part.ts';
import { countChanges, toldKindOf } from '../../../src/domain/difference/count-changes.ts';
import { followPart } from '../../../src/domain/difference/follow-part.ts';
import type { PartChange } from '../../../src/domain/difference/parts-difference.ts';
import { replaceWhole } from '../../../src/domain/difference/text-runs.ts';
import { renderBody } from '../../../src/render/render-markdown.ts';

const waste = 'ทุกครัวเรือนคัดแยกขยะเปียกออกจากขยะแห้งก่อนนำไปทิ้ง และนำขยะเปียกไปทำปุ๋ยใช้ในสวนของตน';
const water = 'คนในตำบลทดสอบช่วยกันขุดลอกลำห้วยปีละหนึ่งครั้งก่อนถึงฤดูฝน โดยนัดวันกันในประชาคมหมู่บ้าน';
const elders = 'อาสาสมัครไปเยี่ยมผู้สูงอายุที่อยู่ลำพังอย่างน้อยเดือนละครั้ง และบันทึกความต้องการไว้ในสมุดเยี่ยมบ้าน';
const fund = 'กองทุนสวัสดิการรายงานยอดเงินต่อที่ประชุมทุกหกเดือน';

const parts = (markdown: string): readonly ComparedPart[] => {
  const { provisions, preface } = renderBody(markdown);
  return partsOf(provisions, preface);
};
const clauses = (...texts: readonly string[]): string =>
  texts.map((text, index) => `### ข้อ ${index + 1}\n\n${text}`).join('\n\n');
const compare = (before: string, after: string): readonly PartChange[] =>
  compareParts(parts(before), parts(after), replaceWhole).filter((change) => change.kind !== 'unchanged');
const told = (before: string, after: string) =>
  countChanges(compareParts(parts(before), parts(after), replaceWhole)).map((one) => [
    one.told,
    one.part,
    one.before,
    one.after,
  ]);

describe('a clause', () => {
  test('followed by itself is told as in the comparison of the whole: by its head where its words stayed', () => {
    const [before, after] = [parts(clauses(waste, water)), parts(clauses(waste, elders))];
    const [kept] = compareParts(before, after, replaceWhole);
    expect(kept?.kind).toBe('unchanged');
    expect(followPart(before, after, 'cl-1', 'after', replaceWhole)).toEqual(kept);
  });

  test('put in between is added, and those after it have only other numbers', () => {
    expect(told(clauses(waste, water), clauses(waste, elders, water))).toEqual([
      ['added', 'clause', 1, 1],
      ['moved', 'clause', 1, 1],
    ]);
  });

  test('taken out is removed, and is told after the clause it followed', () => {
    const changes = compare(clauses(waste, water, elders), clauses(waste, elders));
    expect(changes.map((change) => change.kind)).toEqual(['removed', 'changed']);
  });

  test('with other words under its own number is reworded', () => {
    expect(told(clauses(waste, water), clauses(waste, water.replace('ปีละหนึ่งครั้ง', 'ปีละสองครั้ง')))).toEqual([
      ['reworded', 'clause', 1, 1],
    ]);
  });

  test('with another number and other words is told as both', () => {
    const [, change] = compare(clauses(waste), clauses(elders, waste.replace('สวน', 'แปลงผัก')));
    expect(change?.kind === 'changed' && change.aspects).toEqual(['renumbered', 'reworded']);
  });

  test('whose number is now printed in Thai digits is neither moved nor reworded', () => {
    const [change] = compare(`### ข้อ 5\n\n${waste}`, `### ข้อ ๕\n\n${waste}`);
    expect(change?.kind === 'changed' && change.aspects).toEqual(['relabelled']);
  });

  test('taken to another chapter is moved, and says from where to where', () => {
    const before = `## หมวด 1 ก\n\n### ข้อ 1\n\n${waste}\n\n### ข้อ 2\n\n${water}\n\n## หมวด 2 ข\n\n### ข้อ 3\n\n${elders}`;
    const after = `## หมวด 1 ก\n\n### ข้อ 1\n\n${waste}\n\n## หมวด 2 ข\n\n### ข้อ 2\n\n${water}\n\n### ข้อ 3\n\n${elders}`;
    const changes = compare(before, after);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ aspects: ['moved'], within: { before: 'หมวด 1', after: 'หมวด 2' } });
  });

  test('cut in two is split, and its pieces together are its words', () => {
    const [change] = compare(clauses(`${waste}\n\n${water}`, elders), clauses(waste, water, elders));
    expect(change).toMatchObject({ kind: 'split', isReworded: false, before: { label: 'ข้อ 1' } });
    expect(change?.kind === 'split' && change.into.map((piece) => piece.head.label)).toEqual([
      'ข้อ 1',
      'ข้อ 2',
    ]);
  });

  test('made of two is merged', () => {
    const changes = compare(clauses(waste, water, elders), clauses(`${waste}\n\n${water}`, elders));
    expect(changes[0]).toMatchObject({ kind: 'merged', isReworded: false, after: { label: 'ข้อ 1' } });
    expect(changes.map(toldKindOf)).toEqual(['merged', 'moved']);
  });

  test('copied to a second place leaves the first unchanged and is added', () => {
    expect(told(clauses(waste, water), clauses(waste, water, waste))).toEqual([['added', 'clause', 1, 1]]);
  });

  test('replaced by one on another matter under the same number is removed and added', () => {
    expect(told(clauses(waste, water), clauses(waste, fund))).toEqual([
      ['added', 'clause', 1, 1],
      ['removed', 'clause', 1, 1],
    ]);
  });

  test('that changed places with its neighbour is told once as moved in order', () => {
    const changes = compare(clauses(waste, water, elders), clauses(waste, elders, water));
    const aspects = changes.map((change) => (change.kind === 'changed' ? change.aspects : []));
    expect(aspects.filter((one) => one.includes('moved'))).toHaveLength(1);
    expect(aspects.every((one) => one.includes('renumbered') && !one.includes('reworded'))).toBe(true);
  });
});

describe('a chapter', () => {
  const chapters = (...all: readonly (readonly [string, string])[]): string =>
    all
      .map(([title, text], index) => `## หมวด ${index + 1} ${title}\n\n### ข้อ ${title.length}\n\n${text}`)
      .join('\n\n');

  test('with another title keeps its clauses where they are', () => {
    const before = `## หมวด 1 ขยะ\n\n${clauses(waste, water)}`;
    const after = `## หมวด 1 สิ่งแวดล้อมและสายน้ำของเรา\n\n${clauses(waste, water)}`;
    expect(told(before, after)).toEqual([['reworded', 'chapter', 1, 1]]);
  });

  test('that moves takes its clauses along without calling them moved', () => {
    const before = chapters(['ขยะ', waste], ['สายน้ำ', water], ['ผู้สูงอายุ', elders]);
    const after = chapters(['ผู้สูงอายุ', elders], ['ขยะ', waste], ['สายน้ำ', water]);
    expect(told(before, after).map(([kind, part]) => `${kind} ${part}`)).toEqual(['moved chapter']);
  });

  test('put around clauses that had none moves nothing', () => {
    const after = `## หมวด 1 ทั่วไป\n\n${clauses(waste, water)}`;
    expect(told(clauses(waste, water), after)).toEqual([['added', 'chapter', 1, 1]]);
  });
});

describe('every word of an edition', () => {
  test('stands in one part: before the first heading, and in headings inside a clause', () => {
    const body = `คำปรารภทดสอบ\n\n### ข้อ 1 ชื่อ\n\n${waste}\n\n#### ข้อยกเว้น\n\n${water}\n\n- ${fund}\n\n### ข้อ 2\n\n${elders}`;
    expect(parts(body).map(({ kind, text }) => [kind, text])).toEqual([
      ['preface', 'คำปรารภทดสอบ'],
      ['clause', waste],
      ['heading', `${water}\n${fund}`],
      ['clause', elders],
    ]);
  });
});
