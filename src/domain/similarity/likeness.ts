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
 * Tells of other clauses how they are like one; null when they are not. What counts is the share of units that lie in a
 * shingle which the other text has too, so that items in another order, and words put in between, take little away.
 */
export function createComparer(one: Wording): (other: Wording) => Likeness | null {
  const own = new Set(one.shingles);
  return (other) => {
    if (one.fingerprint === other.fingerprint) return { kind: 'copied', share: 1 };
    const shared = new Set(other.shingles.filter((shingle) => own.has(shingle)));
    if (shared.size === 0) return null;
    const share = (coveredUnits(one, shared) + coveredUnits(other, shared)) / (unitsOf(one) + unitsOf(other));
    return share < leastShare ? null : { kind: 'adapted', share };
  };
}

const unitsOf = ({ shingles }: Wording): number => shingles.length + shingleSpan - 1;

/** How many units of a text lie in shingles that are shared. */
function coveredUnits({ shingles }: Wording, shared: ReadonlySet<number>): number {
  let covered = 0;
  let end = 0;
  for (let at = 0; at < shingles.length; at += 1) {
    if (!shared.has(shingles[at] ?? 0)) continue;
    covered += at + shingleSpan - Math.max(end, at);
    end = at + shingleSpan;
  }
  return covered;
}
