import type { ComparedPart } from './compared-part.ts';
import type { Matching } from './match-parts.ts';
import { indexTexts, type Shingles, sharedCount } from './similarity.ts';

/** How much of a piece must come from the whole, from what no other piece has. */
const FROM_WHOLE = 0.6;
/** How much of the whole the pieces must hold together. */
const COVERED = 0.6;
/** Pieces of fewer shingles than this are too short to be recognised. */
const SHORTEST = 10;
const CANDIDATES = 4;

type Side = { readonly parts: readonly ComparedPart[]; readonly shingles: readonly Shingles[] };

/**
 * Finds among the parts that have no match those that are pieces of a larger part of the other edition: a part
 * split into several, or several merged into one. A part that holds most of another, alone, is its pair.
 */
export function findPieces(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  found: ReadonlyMap<number, number>,
  shingles: { readonly before: readonly Shingles[]; readonly after: readonly Shingles[] },
): Matching {
  const old = { parts: before, shingles: shingles.before };
  const recent = { parts: after, shingles: shingles.after };
  const pairs = new Map(found);
  const splits = gather(old, recent, pairs);
  for (const [from, pieces] of splits) if (pieces.length > 1) pairs.delete(from);
  for (const [from, [only, second]] of splits) {
    if (only === undefined || second !== undefined) continue;
    pairs.set(from, only);
    splits.delete(from);
  }
  const split = new Set([...splits.values()].flat());
  const backwards = new Map([...pairs].map(([from, to]) => [to, from]));
  const merges = gather(recent, old, backwards, split, new Set(splits.keys()));
  for (const [to, pieces] of merges) {
    const pair = backwards.get(to);
    if (pair !== undefined) pairs.delete(pair);
    const [only, second] = pieces;
    if (only === undefined || second !== undefined) continue;
    pairs.set(only, to);
    merges.delete(to);
  }
  return { pairs, splits, merges };
}

/** The pieces of each whole, by position; a whole that has a pair counts it among its pieces. */
function gather(
  wholes: Side,
  others: Side,
  pairs: ReadonlyMap<number, number>,
  closedWholes: ReadonlySet<number> = new Set(),
  closedOthers: ReadonlySet<number> = new Set(),
): Map<number, readonly number[]> {
  const none: Shingles = new Set();
  const ofWhole = (index: number): Shingles => wholes.shingles[index] ?? none;
  const ofPiece = (index: number): Shingles => others.shingles[index] ?? none;
  const matched = new Set(pairs.values());
  const free = others.parts.flatMap((_, index) =>
    matched.has(index) || closedOthers.has(index) || ofPiece(index).size < SHORTEST ? [] : [index],
  );
  if (free.length === 0) return new Map();
  const open = wholes.parts.flatMap((_, index) => (closedWholes.has(index) ? [] : [index]));
  const findWholes = indexTexts(new Map(open.map((index) => [index, ofWhole(index)])));
  const pieces = new Map<number, number[]>();
  const covered = new Map<number, Set<number>>();
  const coveredOf = (whole: number): Set<number> => {
    const pair = pairs.get(whole);
    const known = covered.get(whole) ?? new Set(pair === undefined ? [] : ofPiece(pair));
    covered.set(whole, known);
    return known;
  };
  for (const index of free) {
    const own = ofPiece(index);
    const whole = findWholes(own, CANDIDATES).find((candidate) => {
      if (wholes.parts[candidate]?.kind !== others.parts[index]?.kind) return false;
      const pair = pairs.get(candidate);
      if (pair !== undefined && shareOf(ofPiece(pair), ofWhole(candidate)) < FROM_WHOLE) return false;
      return restCount(own, ofWhole(candidate), coveredOf(candidate)) >= FROM_WHOLE * own.size;
    });
    if (whole === undefined) continue;
    for (const shingle of own) coveredOf(whole).add(shingle);
    const known = pieces.get(whole);
    if (known) known.push(index);
    else pieces.set(whole, [index]);
  }
  const gathered = new Map<number, readonly number[]>();
  for (const [whole, found] of pieces) {
    const pair = pairs.get(whole);
    const all = [...(pair === undefined ? [] : [pair]), ...found].sort((a, b) => a - b);
    const isCovered = sharedCount(coveredOf(whole), ofWhole(whole)) >= COVERED * ofWhole(whole).size;
    if (isCovered || (all.length === 1 && pair === undefined)) gathered.set(whole, all);
  }
  return gathered;
}

const shareOf = (piece: Shingles, whole: Shingles): number =>
  piece.size === 0 ? 1 : sharedCount(piece, whole) / piece.size;

/** How many shingles of a piece the whole has that no other piece covers. */
function restCount(piece: Shingles, whole: Shingles, covered: Shingles): number {
  let count = 0;
  for (const shingle of piece) if (whole.has(shingle) && !covered.has(shingle)) count += 1;
  return count;
}
