import type { ComparedPart } from './compared-part.ts';
import { findPieces } from './find-pieces.ts';
import { indexTexts, type Shingles, shinglesOf, similarity } from './similarity.ts';

/** Which part of one edition is which of the other, by position. Parts named nowhere were added or removed. */
export type Matching = {
  /** Position before → position after. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Position before → the positions after into which it was split, two or more, in order. */
  readonly splits: ReadonlyMap<number, readonly number[]>;
  /** Position after → the positions before that were merged into it, two or more, in order. */
  readonly merges: ReadonlyMap<number, readonly number[]>;
};

/** How alike two parts must be to be one part reworded: in general, and with the same id or heading. */
const ALIKE = 0.5;
const ALIKE_WITH_ID = 0.25;
const ALIKE_WITH_HEADING = 0.1;
/** What the same id or heading adds when several parts would do. */
const BONUS = 0.15;
const CANDIDATES = 6;

/**
 * Matches the parts of two editions: first equal words under the same id, then equal words anywhere, then alike
 * words (best first, the same id or heading preferred), then headings whose contents went together; and last,
 * what is left is looked for as a piece of a larger part.
 */
export function matchParts(before: readonly ComparedPart[], after: readonly ComparedPart[]): Matching {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number): void => {
    if (pairs.has(from) || taken.has(to)) return;
    pairs.set(from, to);
    taken.add(to);
  };
  const byEid = new Map(after.map((part, index) => [part.eid, index]));
  before.forEach((part, from) => {
    const to = byEid.get(part.eid);
    if (to !== undefined && wordsOf(part) === wordsOf(after[to])) pair(from, to);
  });
  pairEqualWords(before, after, pairs, taken, pair);
  const left = before.flatMap((_, from) => (pairs.has(from) ? [] : [from]));
  const right = after.flatMap((_, to) => (taken.has(to) ? [] : [to]));
  const shingles = {
    before: before.map((part) => shinglesOf(textOf(part))),
    after: after.map((part) => shinglesOf(textOf(part))),
  };
  for (const { from, to } of alikeParts(before, after, left, right, shingles)) pair(from, to);
  pairContainers(before, after, pairs, byEid, pair);
  return findPieces(before, after, pairs, shingles);
}

const textOf = (part: ComparedPart): string => `${part.heading ?? ''}\n${part.text}`;

const wordsOf = (part: ComparedPart | undefined): string =>
  part === undefined ? '' : `${part.kind}\n${textOf(part)}`;

type Pair = (from: number, to: number) => void;

function pairEqualWords(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  pairs: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  pair: Pair,
): void {
  const waiting = new Map<string, number[]>();
  after.forEach((part, to) => {
    if (taken.has(to) || textOf(part).trim() === '') return;
    const words = wordsOf(part);
    const known = waiting.get(words);
    if (known) known.push(to);
    else waiting.set(words, [to]);
  });
  const next = new Map<string, number>();
  before.forEach((part, from) => {
    if (pairs.has(from)) return;
    const words = wordsOf(part);
    const at = next.get(words) ?? 0;
    const to = waiting.get(words)?.[at];
    if (to === undefined) return;
    next.set(words, at + 1);
    pair(from, to);
  });
}

type Candidate = { readonly from: number; readonly to: number; readonly score: number };

/** Pairs of parts that are alike enough, the best first. */
function alikeParts(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  left: readonly number[],
  right: readonly number[],
  shingles: { readonly before: readonly Shingles[]; readonly after: readonly Shingles[] },
): readonly Candidate[] {
  const none: Shingles = new Set();
  const findAlike = indexTexts(new Map(right.map((to) => [to, shingles.after[to] ?? none])));
  const byEid = new Map(right.map((to) => [after[to]?.eid, to]));
  const candidates: Candidate[] = [];
  for (const from of left) {
    const part = before[from];
    const own = shingles.before[from] ?? none;
    if (part === undefined) continue;
    const sameId = byEid.get(part.eid);
    const found = new Set([...findAlike(own, CANDIDATES), ...(sameId === undefined ? [] : [sameId])]);
    for (const to of found) {
      const other = after[to];
      if (other === undefined || other.kind !== part.kind) continue;
      const alike = similarity(own, shingles.after[to] ?? none);
      const hasHeading = part.heading !== null && part.heading === other.heading;
      const least = hasHeading ? ALIKE_WITH_HEADING : to === sameId ? ALIKE_WITH_ID : ALIKE;
      const isEmptyPair = to === sameId && textOf(part).trim() === '' && textOf(other).trim() === '';
      if (alike < least && !isEmptyPair) continue;
      candidates.push({ from, to, score: alike + (hasHeading ? BONUS : 0) + (to === sameId ? BONUS : 0) });
    }
  }
  return candidates.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
}

/** A chapter whose title was written anew is still that chapter when its clauses stayed together in it. */
function pairContainers(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  pairs: ReadonlyMap<number, number>,
  byEid: ReadonlyMap<string | null, number>,
  pair: Pair,
): void {
  const went = new Map<string, { total: number; together: number }>();
  for (const [from, to] of pairs) {
    const parent = before[from]?.parent;
    if (parent === null || parent === undefined) continue;
    const known = went.get(parent) ?? { total: 0, together: 0 };
    went.set(parent, {
      total: known.total + 1,
      together: known.together + (after[to]?.parent === parent ? 1 : 0),
    });
  }
  before.forEach((part, from) => {
    const children = part.eid === null ? undefined : went.get(part.eid);
    const to = byEid.get(part.eid);
    if (children === undefined || to === undefined || after[to]?.kind !== part.kind) return;
    if (children.together * 2 > children.total) pair(from, to);
  });
}
