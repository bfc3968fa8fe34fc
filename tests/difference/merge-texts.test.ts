import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from '../../src/difference/merge-texts.ts';
import { mergedText } from '../../src/difference/merged-text.ts';

const base = 'ข้อ 1 ชื่อ\n\nข้อ 2 น้ำ\n\nข้อ 3 ป่า';
const kinds = (one: string | null, mine: string, theirs: string) =>
  mergeTexts(one, mine, theirs).map(({ kind }) => kind);

describe('two changed texts', () => {
  test('that changed different clauses merge by themselves', () => {
    const mine = base.replace('ชื่อ', 'ชื่อธรรมนูญ');
    const theirs = base.replace('ป่า', 'ป่าชุมชน');
    const pieces = mergeTexts(base, mine, theirs);
    expect(pieces.map(({ kind }) => kind)).toEqual(['mine', 'same', 'theirs']);
    expect(mergedText(pieces)).toBe('ข้อ 1 ชื่อธรรมนูญ\n\nข้อ 2 น้ำ\n\nข้อ 3 ป่าชุมชน');
  });

  test('of which one took a clause away keep it away', () => {
    const pieces = mergeTexts(base, base.replace('\n\nข้อ 2 น้ำ', ''), base.replace('ชื่อ', 'นาม'));
    expect(mergedText(pieces)).toBe('ข้อ 1 นาม\n\nข้อ 3 ป่า');
  });

  test('that changed the same clause in different ways conflict there, and nowhere else', () => {
    const mine = base.replace('น้ำ', 'น้ำสะอาด');
    const theirs = base.replace('น้ำ', 'น้ำดื่ม').replace('ป่า', 'ป่าชุมชน');
    const pieces = mergeTexts(base, mine, theirs);
    expect(pieces.map(({ kind }) => kind)).toEqual(['same', 'conflict', 'same', 'theirs']);
    expect(mergedText(pieces)).toBeNull();
    expect(mergedText(pieces, [{ kind: 'both' }])).toBe(
      'ข้อ 1 ชื่อ\n\nข้อ 2 น้ำดื่ม\n\nข้อ 2 น้ำสะอาด\n\nข้อ 3 ป่าชุมชน',
    );
    expect(mergedText(pieces, [{ kind: 'written', text: 'ข้อ 2 น้ำดื่มสะอาด' }])).toContain('น้ำดื่มสะอาด');
  });

  test('that were changed in the same way agree', () => {
    const both = base.replace('น้ำ', 'น้ำสะอาด');
    expect(kinds(base, both, both)).toEqual(['same', 'agreed', 'same']);
  });

  test('without a known base conflict wherever they differ', () => {
    const mine = base.replace('น้ำ', 'น้ำสะอาด');
    expect(kinds(null, mine, base)).toEqual(['same', 'conflict', 'same']);
    expect(mergedText(mergeTexts(null, mine, base), [{ kind: 'mine' }])).toBe(mine);
  });

  test('that are larger than can be compared are one conflict and stay whole', () => {
    const many = (word: string) => Array.from({ length: 4000 }, (_, index) => `${word} ${index}`).join('\n');
    const pieces = mergeTexts(base, many('ก'), many('ข'));
    expect(pieces.map(({ kind }) => kind)).toEqual(['conflict']);
    expect(mergedText(pieces, [{ kind: 'mine' }])).toBe(many('ก'));
  });
});

const lines = fc
  .array(fc.constantFrom('ก', 'ข', 'ค', '', 'ง'), { maxLength: 12 })
  .map((one) => one.join('\n'));
const everyConflict = (kind: 'mine' | 'theirs') => Array.from({ length: 30 }, () => ({ kind }));

describe('of any three texts', () => {
  test('what one did not change becomes what the other made of it', () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        expect(mergedText(mergeTexts(one, one, other))).toBe(other);
        expect(mergedText(mergeTexts(one, other, one))).toBe(other);
      }),
    );
  });

  test('no line of either is lost: each text is in the pieces whole', () => {
    fc.assert(
      fc.property(fc.option(lines), lines, lines, (before, mine, theirs) => {
        const pieces = mergeTexts(before, mine, theirs);
        const side = (who: 'mine' | 'theirs') =>
          pieces
            .flatMap((piece) => {
              if (piece.kind === 'conflict') return piece[who];
              return piece.kind === 'same' || piece.kind === 'agreed' || piece.kind === who
                ? piece.text
                : piece.base;
            })
            .join('\n');
        expect([side('mine'), side('theirs')]).toEqual([mine, theirs]);
        expect(mergedText(pieces, everyConflict('mine'))).not.toBeNull();
      }),
    );
  });
});
