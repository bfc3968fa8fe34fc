import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinAdjacent } from '../../src/search/adjacency.ts';
import { type Phrase, tokensOfPhrase, toPhrase } from '../../src/search/phrase.ts';
import { startsWithUnits, toTokens } from '../../src/search/tokens.ts';
import { toSearchForm } from '../../src/thai/normal-form.ts';
import { toUnits } from '../../src/thai/units.ts';

const unitsOf = (text: string) => toUnits(toSearchForm(text));

/** Looks a phrase up in one text the way the index does: by tokens and their positions. */
function stands(phrase: Phrase, text: string): boolean {
  const tokens = toTokens(unitsOf(text));
  const places = tokensOfPhrase(phrase).map(({ token, offset, match }) => {
    const isMatch = (word: string): boolean => {
      if (match === 'whole') return word === token;
      return match === 'open' ? word.startsWith(token) : startsWithUnits(word, token);
    };
    const positions = tokens.flatMap((word, position) => (isMatch(word) ? [position] : []));
    const postings = positions.length === 0 ? [] : [{ page: 0, positions, weights: positions.map(() => 24) }];
    return { offset, postings };
  });
  return joinAdjacent(places).size > 0;
}

const finds = (query: string, text: string, isOpen = true): boolean =>
  stands(toPhrase(unitsOf(query), isOpen), text);

describe('tokens', () => {
  it('hold nothing that Unicode could strip, fold or take apart', () => {
    for (const token of toTokens(unitsOf('กุ้งแห้ง MOU ๒๕๖๐ café 中'))) {
      expect(token).toMatch(/^[\uA000-\uA48C]+$/);
      expect(token.normalize('NFKD')).toBe(token);
      expect(token.toLowerCase()).toBe(token);
    }
  });

  it.each([
    ['ข่าว', 'ข้าวปลอดภัย'],
    ['ข้าว', 'ข่าวสาร'],
    ['ขาว', 'ข้าว'],
    ['ปี', 'ปู ป่า ป'],
    ['ป', 'ปี'],
    ['ปู', 'ปี'],
    ['เสือ', 'เสื้อ'],
    ['7', '75'],
    ['256', '2560'],
    ['tcn', 'mou'],
  ])('%s is not found in %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it.each([
    ['ธรรมน', 'ธรรมนูญตำบล'],
    ['tcn', 'ระบบ TCNAP'],
    ['2560', 'พ.ศ.๒๕๖๐'],
    ['ตําบลเเก้ว', 'ตำบลแก้ว'],
    ['อบต', 'อ.บ.ต. ทดสอบ'],
    ['สุขภาวะชุมชน', 'สุขภาวะ ชุมชน'],
    ['น้ำ', 'น้ำ'],
  ])('%s is found in %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it('a phrase whose parts stand in another order is not found', () => {
    expect(finds('สุขภาพตำบล', 'ตำบลสุขภาพ')).toBe(false);
    expect(finds('สุขภาพสุขภาว', 'สุขภาวสุขภาพ')).toBe(false);
  });

  const cluster = fc.constantFrom(
    'ก',
    'กา',
    'ข่า',
    'ข้า',
    'ว',
    'น้ำ',
    'เสื้',
    'อ',
    'ปี',
    'ป',
    'mou ',
    '7 ',
    '75 ',
    'แก้',
    ' ',
    '. ',
  );
  const text = fc.array(cluster, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));

  it('every run of units of a text is found by its own query', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const units = unitsOf(source);
        fc.pre(units.length > 0);
        const from = a % units.length;
        const run = units.slice(from, from + 1 + (b % (units.length - from)));
        expect(stands(toPhrase(run, false), source)).toBe(true);
        expect(stands(toPhrase(run, true), source)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a phrase is found in the same texts whether or not it is looked up by the tokens of its words', () => {
    fc.assert(
      fc.property(text, text, fc.array(fc.nat(30)), (query, source, cuts) => {
        const run = unitsOf(query).slice(0, 6);
        const joints = [...new Set(cuts)].filter((cut) => cut > 0 && cut < run.length).sort((a, b) => a - b);
        for (const isOpen of [true, false]) {
          const plain = stands(toPhrase(run, isOpen), source);
          expect(stands(toPhrase(run, isOpen, joints), source)).toBe(plain);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('what is found closed stands in the text, unit by unit', () => {
    fc.assert(
      fc.property(text, text, (query, source) => {
        const wanted = unitsOf(query).slice(0, 4);
        fc.pre(wanted.length > 0);
        const units = unitsOf(source).map((unit) => unit.text);
        const isThere = units.some((_, at) => wanted.every((unit, index) => units[at + index] === unit.text));
        expect(stands(toPhrase(wanted, false), source)).toBe(isThere);
      }),
      { numRuns: 1000 },
    );
  });
});
