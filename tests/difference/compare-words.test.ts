import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWordComparer } from '../../src/difference/compare-words.ts';
import { wordTokens } from '../../src/difference/word-tokens.ts';
import { compareParts } from '../../src/domain/difference/compare-parts.ts';
import type { ComparedPart } from '../../src/domain/difference/compared-part.ts';
import { applyRuns, type TextRun } from '../../src/domain/difference/text-runs.ts';
import { cpuOf } from '../support/cpu-of.ts';

const thai = fc
  .array(fc.constantFrom(...'กขนร้่ิีุูำะาเแโใไๆฯ์็ ๕5\n', 'น้ำ', 'กู้', 'ปี่', 'ประชาคม', 'x'), { maxLength: 60 })
  .map((all) => all.join(''));
const anything = fc.oneof({ arbitrary: thai, weight: 3 }, fc.string({ unit: 'binary' }));
const beginsWithMark = /^[\p{M}ำ]/u;

describe('the words of a Thai text', () => {
  test('joined are the text again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(wordTokens(text).join('')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('never begin with a vowel or tone that belongs to the letter before', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(
          wordTokens(text)
            .slice(1)
            .filter((token) => beginsWithMark.test(token)),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('never end with a vowel that belongs to the letter after', () => {
    fc.assert(
      fc.property(thai, (text) => {
        expect(
          wordTokens(text)
            .slice(0, -1)
            .filter((token) => /[เ-ไ]$/.test(token)),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const join = (runs: readonly TextRun[], leftOut: TextRun['kind']): string =>
  runs.flatMap((run) => (run.kind === leftOut ? [] : [run.text])).join('');

describe('marks inside a text', () => {
  test('make both texts', () => {
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        const runs = createWordComparer()(before, after);
        expect([join(runs, 'added'), join(runs, 'removed')]).toEqual([before, after]);
        expect(applyRuns(before, runs)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test('stand around whole words', () => {
    const runs = createWordComparer()('ทบทวนธรรมนูญทุกห้าปีโดยประชาคมตำบล', 'ทบทวนธรรมนูญทุกสามปีโดยประชาคมตำบล');
    expect(runs).toEqual([
      { kind: 'same', text: 'ทบทวนธรรมนูญทุก' },
      { kind: 'removed', text: 'ห้า' },
      { kind: 'added', text: 'สาม' },
      { kind: 'same', text: 'ปีโดยประชาคมตำบล' },
    ]);
  });

  test('replace a text that has next to nothing in common with the other', () => {
    const runs = createWordComparer()('ขยะเปียกและขยะแห้งในครัวเรือน', 'ผู้สูงอายุที่อยู่ลำพังและอาสาสมัคร');
    expect(runs.map((run) => run.kind)).toEqual(['removed', 'added']);
  });
});

describe('hostile texts of 256 KB', () => {
  const most = 87_000;
  const partsOfText = (text: string, count: number): readonly ComparedPart[] =>
    Array.from({ length: count }, (_, index) => ({
      eid: `cl-${index + 1}`,
      kind: 'clause',
      label: `ข้อ ${index + 1}`,
      number: String(index + 1),
      parent: null,
      heading: null,
      text: text.slice(Math.floor((index * most) / count), Math.floor(((index + 1) * most) / count)),
    }));
  const randomText = (seed: number, letters: string): string => {
    let state = seed;
    return Array.from({ length: most }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return letters[(state >> 8) % letters.length];
    }).join('');
  };
  const pairs: readonly (readonly [string, string, string, number])[] = [
    ['one clause of other letters each', randomText(1, 'กขนรลมา้ิ '), randomText(2, 'กขนรลมา้ิ '), 1],
    ['thousands of clauses of other letters', randomText(1, 'กขนรลมา้ิ '), randomText(2, 'กขนรลมา้ิ '), 5000],
    ['thousands of clauses of the same few letters', randomText(1, 'กา '), randomText(2, 'กา '), 5000],
    ['one letter', 'ก'.repeat(most), `ข${'ก'.repeat(most)}`, 300],
    ['alternating lines', 'ก\nข\n'.repeat(most / 4), 'ข\nก\n'.repeat(most / 4), 1],
    ['hundreds of clauses half alike', randomText(1, 'กขนรลมา้ิ '), '', 400],
  ];

  test.each(pairs)('are compared in bounded time: %s', async (_, before, other, count) => {
    const after = other === '' ? before.replace(/(.{6}) (.{6}) /g, '$2 x $1 ') : other;
    const parts = [partsOfText(before, count), partsOfText(after, count)] as const;
    const { value: difference, cpu } = await cpuOf(() => compareParts(...parts, createWordComparer()));
    expect(difference.length).toBeGreaterThanOrEqual(count);
    // Ten times what an idle machine needs, so that a busy one does not fail and a quadratic step does.
    expect(cpu).toBeLessThan(3000);
  });
});
