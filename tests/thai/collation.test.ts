import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts';
import { compareThai, thaiSortKey } from '../../src/thai/collation.ts';

const compareKeys = (a: string, b: string) =>
  thaiSortKey(a) < thaiSortKey(b) ? -1 : thaiSortKey(a) > thaiSortKey(b) ? 1 : 0;
const names = [...new Set(loadGazetteer().map((place) => place.name))];

describe('Thai dictionary order', () => {
  it.each([
    ['puts a leading vowel after its consonant', ['ขอนแก่น', 'เชียงใหม่', 'ตาก', 'แพร่', 'อ่างทอง']],
    ['puts numbers by value, in either numeral set', ['ฉบับที่ ๒', 'ฉบับที่ 3', 'ฉบับที่ ๑๐']],
    ['looks at tone marks last', ['ขาว', 'ข่าว', 'ข้าว', 'ขาวนา']],
    ['puts Latin letters after Thai ones', ['1', 'กข', 'ฮ', 'a', 'b']],
  ])('%s', (_rule, sorted) => {
    expect(sorted.toReversed().toSorted(compareThai)).toEqual(sorted);
    expect(sorted.toReversed().toSorted(compareKeys)).toEqual(sorted);
  });

  it('has sort keys that agree with the collator on every pair of neighbours in the gazetteer', () => {
    const byKey = names.toSorted(compareKeys);
    const disagreeing = byKey.slice(1).filter((name, at) => compareThai(byKey[at] ?? '', name) > 0);
    expect(names.length).toBeGreaterThan(5800);
    expect(disagreeing).toEqual([]);
  });

  it('has sort keys that agree with the collator on any two words of letters, marks and digits', () => {
    const one = (choices: string) => fc.constantFrom(...choices, '');
    const syllable = fc
      .tuple(one('เแไ'), fc.constantFrom(...'กขฃรฤลวอฮ'), one('ิีึุู็'), one('่้๊์'), one('ะาำ'))
      .map((parts) => parts.join(''));
    const number = fc.integer({ min: 0, max: 120 }).map(String);
    const word = fc
      .array(fc.oneof({ weight: 4, arbitrary: syllable }, number), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect([a, b, compareKeys(a, b)]).toEqual([a, b, Math.sign(compareThai(a, b))]);
      }),
      { numRuns: 5000 },
    );
  });
});
