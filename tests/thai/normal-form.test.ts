import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDisplayForm, toSearchForm, toSearchFormWithOffsets } from '../../src/thai/normal-form.ts';
import { cpuOf } from '../support/cpu-of.ts';

type Vectors = { normalise: { input_codepoints: string[]; output: string }[] };
const vectors = JSON.parse(
  readFileSync(new URL('./thai-vectors.json', import.meta.url), 'utf8'),
) as unknown as Vectors;

const fromCodePoints = (codePoints: readonly string[]) =>
  String.fromCodePoint(...codePoints.map((hex) => Number.parseInt(hex, 16)));

const thaiUnits = [...'กฤฦรเแาำ่้๊๋์ํ๎ิีุู็ัฺๅๆ๐๙ Aa', '\u200b', '\u00ad', '\ufeff', '\u00a0', '\n'];
const foreignUnits = [
  ...['\u3000', '\u0301', '\u0316', '\u0334', '\u0344', '\u034f', 'İ', 'Å', '\u212b'],
  ...['\u1100', '\u1161', '\u11a8', '\u{1d165}', '\u{16d67}', '\ud800', '\udc00'],
];
const textOf = (units: readonly string[]) =>
  fc.array(fc.constantFrom(...units), { maxLength: 40 }).map((chosen) => chosen.join(''));
const thaiText = textOf(thaiUnits);
const hostile = textOf([...thaiUnits, ...foreignUnits]);
const anyText = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme' }),
);
const runs = { numRuns: 2000 };

describe('the search form', () => {
  it.each(vectors.normalise)('writes $output for $input_codepoints', ({ input_codepoints, output }) => {
    expect(toSearchForm(fromCodePoints(input_codepoints))).toBe(output);
  });

  it.each([
    ['  ตำบล\u00a0\u2003ไผ่\n', 'ตำบล ไผ่'],
    ['MoU ฉบับที่ ๑๐', 'mou ฉบับที่ 10'],
    ['ต.ไผ่ (อ.เมือง)', 'ต.ไผ่ (อ.เมือง)'],
    ['เ\u200bเผน', 'แผน'],
    ['นํ้้า', 'น้ำ'],
    ['สิทธ์ิ', 'สิทธิ์'],
    ['\u202eธรรม\u00adนูญ\u202c', 'ธรรมนูญ'],
    ['', ''],
    ['   ', ''],
  ])('writes %j as %j', (input, output) => {
    expect(toSearchForm(input)).toBe(output);
  });

  it('keeps words that differ only in their tone mark apart', () => {
    expect(new Set(['ข่าว', 'ข้าว', 'ขาว'].map(toSearchForm)).size).toBe(3);
  });

  it('is the same when taken twice, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = toSearchForm(text);
        expect(toSearchForm(once)).toBe(once);
      }),
      runs,
    );
  });

  it('is the same when taken twice, for every single code point beside a Thai letter', () => {
    const unstable: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      const once = toSearchForm(`ก${String.fromCodePoint(codePoint)}่ำ`);
      if (toSearchForm(once) !== once) unstable.push(codePoint.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('is in NFC, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const form = toSearchForm(text);
        expect(form.normalize('NFC')).toBe(form);
      }),
      runs,
    );
  });

  it('does not depend on whether its input was composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toSearchForm(text.normalize('NFD'))).toBe(toSearchForm(text.normalize('NFC')));
      }),
      runs,
    );
  });
});

describe('the search form with offsets', () => {
  it('has the same form, and offsets that never decrease and end at the end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { form, offsets } = toSearchFormWithOffsets(text);
        expect(form).toBe(toSearchForm(text));
        expect(offsets.length).toBe(form.length + 1);
        expect(offsets[form.length]).toBe(text.length);
        for (let at = 1; at < offsets.length; at += 1) {
          expect(offsets[at]).toBeGreaterThanOrEqual(offsets[at - 1] ?? 0);
        }
      }),
      runs,
    );
  });

  it('lets a found phrase be cut from the original', () => {
    const original = 'ณ  ตําบ\u200bลน่าอยู่ พ.ศ. ๒๕๖๐';
    const { form, offsets } = toSearchFormWithOffsets(original);
    const cut = (phrase: string) => {
      const at = form.indexOf(phrase);
      return original.slice(offsets[at], offsets[at + phrase.length]);
    };
    expect(cut('ตำบล')).toBe('ตําบ\u200bล');
    expect(cut('น่าอยู่')).toBe('น่าอยู่');
    expect(cut('2560')).toBe('๒๕๖๐');
  });
});

describe('the display form', () => {
  it('keeps digits, case, spaces and doubled letters as written', () => {
    expect(toDisplayForm(' MoU  ๒๕๖๐\u00a0เเผน ที่่ ตํา ')).toBe(' MoU  ๒๕๖๐\u00a0เเผน ที่่ ตํา ');
  });

  it('puts the tone after its vowel and before sara am, and drops what cannot be seen', () => {
    expect(toDisplayForm('ก\u0e48\u0e35')).toBe('กี่');
    expect(toDisplayForm('น\u0e33\u0e49')).toBe('น้ำ');
    expect(toDisplayForm('\ufeffธรรม\u200bนูญ\u0000')).toBe('ธรรมนูญ');
  });

  it('is the same when taken twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = toDisplayForm(text);
        expect(toDisplayForm(once)).toBe(once);
      }),
      runs,
    );
  });

  it('of a Thai text has the same search form as the original', () => {
    fc.assert(
      fc.property(thaiText, (text) => {
        const once = toDisplayForm(text);
        expect(toSearchForm(once)).toBe(toSearchForm(text));
      }),
      runs,
    );
  });
});

describe('a text that needs little change', () => {
  const plain = fc
    .array(fc.constantFrom(...'กมฤฦเแไะาำัิีู็่้์ๆฯ๐๙0aZ “”—.,', '\n', '\u00a0', 'น้ำ', 'ที่', 'เเ', 'ฤา'), {
      maxLength: 30,
    })
    .map((letters) => letters.join(''));

  // An invisible letter at the end changes nothing and sends the text the long way.
  const theLongWay = (text: string): string => `${text}\u200b`;

  it('has the same search form on the short way as on the long one', () => {
    fc.assert(
      fc.property(fc.oneof(plain, anyText), (text) => {
        expect(toSearchForm(text)).toBe(toSearchForm(theLongWay(text)));
        const short = toSearchFormWithOffsets(text);
        const long = toSearchFormWithOffsets(theLongWay(text));
        expect(short.form).toBe(long.form);
        expect([...short.offsets].slice(0, -1)).toEqual([...long.offsets].slice(0, -1));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a hostile text of 100,000 characters', () => {
  it.each([
    ['tones and vowels out of order', '\u0e48\u0e38'],
    ['Latin marks out of order', '\u0301\u0323'],
    ['sara am and tones', '\u0e33\u0e48'],
    ['nikhahit and sara aa', '\u0e4d\u0e32'],
    ['spaces', ' '],
    ['zero-width spaces', '\u200b'],
    ['expanding marks', '\u0344'],
    ['sara e', '\u0e40'],
    ['lone surrogates', '\ud800'],
  ])('of %s is read in linear time', async (_name, unit) => {
    const text = `ก${unit.repeat(100_000 / unit.length)}`;
    const { cpu } = await cpuOf(() => [toSearchFormWithOffsets(text), toDisplayForm(text)]);
    expect(cpu).toBeLessThan(1000);
  });
});
