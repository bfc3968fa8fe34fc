import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutExcerpt } from '../../src/search/excerpt.ts';
import { toPhrase } from '../../src/search/phrase.ts';
import type { MarkedPart } from '../../src/thai/mark-text.ts';
import { toSearchForm } from '../../src/thai/normal-form.ts';
import { toUnits } from '../../src/thai/units.ts';

const phrase = (text: string) => toPhrase(toUnits(toSearchForm(text)), true);
const show = (parts: readonly MarkedPart[]): string =>
  parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

describe('an excerpt', () => {
  it('is cut around the place with the most different words', () => {
    const far = 'ข้อความอื่นในหมวดนี้ '.repeat(30);
    const text = `ขยะ ${far}ขยะกับน้ำเสีย ${far}`;
    const excerpt = show(cutExcerpt(text, [phrase('ขยะ'), phrase('น้ำเสีย')]));
    expect(excerpt).toContain('[ขยะ]กับ[น้ำเสีย]');
    expect(excerpt.startsWith('… ')).toBe(true);
    expect(excerpt.endsWith(' …')).toBe(true);
    expect(excerpt.length).toBeLessThan(260);
  });
  it('of a text without a match is its beginning', () => {
    expect(show(cutExcerpt('สั้นมาก', [phrase('ขยะ')]))).toBe('สั้นมาก');
  });
  it('never begins with a vowel or tone that belongs to a letter before it', () => {
    const text = 'กุ้งแห้งน้ำปลา'.repeat(60);
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), (length) => {
        const inside = cutExcerpt(`${text}ขยะ${text}`, [phrase('ขยะ')], length).find(
          ({ text: part }) => part !== '… ',
        );
        expect(inside?.text.charAt(0)).toMatch(/[ก-ฮเ-ไ]/);
      }),
    );
  });
  it('begins and ends between words, at a space where there is one near', () => {
    const parts = (text: string) =>
      show(cutExcerpt(text, [phrase('ขยะ')], 60))
        .replace(/^… | …$/g, '')
        .replaceAll(/[[\]]/g, '');
    const run = 'ประชาชนร่วมกันดูแลโรงเรียน'.repeat(8);
    const words = new Set(['ประชาชน', 'ร่วม', 'กัน', 'ร่วมกัน', 'ดูแล', 'โรงเรียน', 'โรง', 'เรียน']);
    const excerpt = parts(`${run}ขยะ${run}`);
    expect([...words].some((word) => excerpt.startsWith(word))).toBe(true);
    expect([...words].some((word) => excerpt.endsWith(word))).toBe(true);
    const spaced = parts(
      `${'ประชาชน ร่วมกัน ดูแลโรงเรียน '.repeat(8)}ขยะ ${'ประชาชน ร่วมกัน ดูแลโรงเรียน '.repeat(8)}`,
    );
    expect(spaced).toMatch(/^(ประชาชน|ร่วมกัน|ดูแลโรงเรียน) .*(ประชาชน|ร่วมกัน|ดูแลโรงเรียน)\s*$/);
  });
});
