import { shingleSpan, type Wording } from './wording.ts';

/** How one clause is like another: the same words, or words of it with others. */
export const likenessKinds = ['copied', 'adapted'] as const;

export type Likeness = {
  readonly kind: (typeof likenessKinds)[number];
  /** The share of both texts that stands in the other one too, from `leastShare` to 1; 1 for a copy. */
  readonly share: number;
};

/** Below this share two clauses are two clauses; measured, see decision 0024 and `npm run bench -- similar`. */
export const leastShare = 0.4;

/**
 * How two clauses are like each other; null when they are not. What counts is the share of units that lie in a shingle
 * which the other text has too, so that items in another order, and words put in between, take little away.
 */
export function likenessOf(a: Wording, b: Wording): Likeness | null {
  if (a.fingerprint === b.fingerprint) return { kind: 'copied', share: 1 };
  const share = (coveredUnits(a, b) + coveredUnits(b, a)) / (unitsOf(a) + unitsOf(b));
  return share < leastShare ? null : { kind: 'adapted', share };
}

const unitsOf = ({ shingles }: Wording): number => shingles.length + shingleSpan - 1;

/** How many units of a text lie in shingles of the other. */
function coveredUnits({ shingles }: Wording, other: Wording): number {
  let covered = 0;
  let end = 0;
  for (const [at, shingle] of shingles.entries()) {
    if (!other.distinct.has(shingle)) continue;
    covered += at + shingleSpan - Math.max(end, at);
    end = at + shingleSpan;
  }
  return covered;
}
