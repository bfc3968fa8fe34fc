import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWordComparer } from '../../../src/difference/compare-words.ts';
import { applyDifference } from '../../../src/domain/difference/apply-difference.ts';
import { compareParts } from '../../../src/domain/difference/compare-parts.ts';
import { countChanges, toldKinds } from '../../../src/domain/difference/count-changes.ts';
import { type CompareTexts, replaceWhole } from '../../../src/domain/difference/text-runs.ts';
import { editedPair, strangers } from './edited-parts.ts';

/** Raise it for a longer search: DIFFERENCE_RUNS=10000 npx vitest run tests/domain/difference */
const numRuns = Number(process.env['DIFFERENCE_RUNS'] ?? 400);

describe('a difference applied to the first edition', () => {
  test.each([
    ['by words', () => createWordComparer()],
    ['by words with hardly any budget', () => createWordComparer(200)],
    ['by whole texts', () => replaceWhole],
  ] as const)('gives the second one exactly (%s)', (_, comparer) => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: editedPair, weight: 4 }, strangers), ({ before, after }) => {
        const difference = compareParts(before, after, comparer());
        expect(applyDifference(before, difference)).toEqual(after);
      }),
      { numRuns },
    );
  });

  test('survives being sent as JSON', () => {
    fc.assert(
      fc.property(editedPair, ({ before, after }) => {
        const difference = compareParts(before, after, createWordComparer());
        expect(applyDifference(before, JSON.parse(JSON.stringify(difference)))).toEqual(after);
      }),
      { numRuns: numRuns / 4 },
    );
  });

  test('is refused by an edition of another length', () => {
    fc.assert(
      fc.property(editedPair, strangers, ({ before, after }, stranger) => {
        fc.pre(stranger.before.length !== before.length);
        expect(applyDifference(stranger.before, compareParts(before, after, replaceWhole))).toBeNull();
      }),
      { numRuns: numRuns / 4 },
    );
  });

  test('is searched with pairs that hold every kind of change', () => {
    const told = new Set<string>();
    for (const { before, after } of fc.sample(editedPair, { numRuns: 600, seed: 1 })) {
      for (const count of countChanges(compareParts(before, after, replaceWhole))) told.add(count.told);
    }
    expect([...told].sort()).toEqual(toldKinds.filter((kind) => kind !== 'relabelled').sort());
  });

  test('is wrong when the comparer loses a word, so the search above can fail', () => {
    const losing: CompareTexts = (before, after) => replaceWhole(before, after.slice(0, -1));
    const found = fc.check(
      fc.property(editedPair, ({ before, after }) => {
        const applied = applyDifference(before, compareParts(before, after, losing));
        return JSON.stringify(applied) === JSON.stringify(after);
      }),
      { numRuns: 300 },
    );
    expect(found.failed).toBe(true);
  });
});
