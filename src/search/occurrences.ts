import { type BlockKind, blockWeights } from './page-html.ts';

/**
 * Where something stands in one page: in which kinds of block, and not how often in each. That much both backends know
 * of every phrase, so they rank alike.
 */
export type Occurrences = {
  /** A bit for each kind of block; that of a weightier kind is higher. */
  readonly kinds: number;
  /** How many kinds. */
  readonly count: number;
  /** The weight of the weightiest. */
  readonly weight: number;
};

/** Pagefind stores weights as 24 times the weight of the block. */
const weightUnit = 24;

const lightestFirst = Object.entries(blockWeights).sort(([, a], [, b]) => a - b);
const bits = new Map(lightestFirst.map(([kind], at) => [kind, 1 << at]));
const bitsOfWeights = new Map([
  [0, 0],
  ...lightestFirst.map(([, weight], at) => [weight * weightUnit, 1 << at] as const),
]);

export const bitOfKind = (kind: BlockKind): number => bits.get(kind) ?? 0;

/**
 * The bit of the kind of block whose weight stands in postings; no bit for 0, which is noted where something does not
 * stand. Throws for a weight that no kind has.
 */
export function bitOfWeight(weight: number): number {
  const bit = bitsOfWeights.get(weight);
  if (bit === undefined) throw new Error(`no kind of block weighs ${weight}`);
  return bit;
}

// There are few different ones, and a common word has thousands of pages.
const all: readonly Occurrences[] = Array.from({ length: 1 << lightestFirst.length }, (_, kinds) => {
  const there = lightestFirst.filter((_kind, at) => kinds & (1 << at));
  return { kinds, count: there.length, weight: there.at(-1)?.[1] ?? 0 };
});

/** @param kinds bits of kinds of block, together */
export function occurrencesIn(kinds: number): Occurrences {
  const found = all[kinds];
  if (found === undefined) throw new Error(`no kinds of block have the bits ${kinds}`);
  return found;
}
