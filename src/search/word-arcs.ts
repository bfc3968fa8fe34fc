import type { Effort } from './effort.ts';
import { insertion, omission, substitution, swap } from './slip-cost.ts';
import type { KnownWord, WordList } from './word-list.ts';

/** A known word that stands in a text from `start` to `end`, as written or with slips that cost `slips` together. */
export type WordArc = {
  readonly word: KnownWord;
  readonly start: number;
  readonly end: number;
  readonly slips: number;
};

/** The dearest slips looked for in a word that is all of a run, and in a word that is part of one. */
export const dearestSlips = { whole: 1.9, part: 1.5 } as const;

/** Letters of a run that one word can span at most. */
const longestWord = 32;

/** What the slips in a word may cost: two letters in a long word, none in a short one. */
export function slipsAllowed(word: string, isWholeText: boolean): number {
  const length = word.length;
  if (length < 3) return 0;
  if (length < 4) return isWholeText ? 0.9 : 0;
  if (length < 6) return 1;
  if (length < 9) return isWholeText ? 1.3 : 1;
  return isWholeText ? dearestSlips.whole : dearestSlips.part;
}

/**
 * All known words that begin at `start` of a text and end anywhere in it, each with its cheapest cost for each end.
 * The list is walked as a tree of beginnings; a branch ends when every way to it costs too much.
 * @param limit the most that slips may cost; 0 finds only words as written
 * @param effort takes a step for each letter of the list that was compared
 */
export function arcsFrom(
  list: WordList,
  letters: string,
  start: number,
  limit: number,
  effort: Effort,
): readonly WordArc[] {
  const typed = codesOf(letters.slice(start, start + longestWord));
  const found: WordArc[] = [];
  let rowsFilled = 0;
  const first = rowAt(0);
  first[0] = 0;
  for (let j = 1; j <= typed.length; j += 1) {
    const before = j === 1 ? letters.charCodeAt(start - 1) : (typed[j - 2] ?? 0);
    first[j] = (first[j - 1] ?? 0) + insertion(typed[j - 1] ?? 0, before);
  }

  function emit(word: KnownWord, row: Float64Array): void {
    for (let length = 1; length <= typed.length; length += 1) {
      const slips = row[length] ?? limit + 1;
      if (slips > limit) continue;
      const isWholeText = start === 0 && length === letters.length;
      if (slips <= slipsAllowed(word.text, isWholeText)) {
        found.push({ word, start, end: start + length, slips });
      }
    }
  }

  function walk(from: number, to: number, depth: number, row: Float64Array, above: Float64Array): void {
    let at = from;
    const whole = list[at];
    if (depth > 0 && whole !== undefined && whole.text.length === depth) {
      emit(whole, row);
      at += 1;
    }
    while (at < to) {
      const text = list[at]?.text ?? '';
      const letter = text.charCodeAt(depth);
      const end = endOfBranch(list, at, to, depth, letter);
      const next = rowAt(depth + 1);
      rowsFilled += 1;
      const before = depth === 0 ? 0 : text.charCodeAt(depth - 1);
      if (fillRow(next, typed, row, above, letter, before, limit)) walk(at, end, depth + 1, next, row);
      at = end;
    }
  }

  walk(0, list.length, 0, first, first);
  effort.take(rowsFilled);
  return found;
}

function codesOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/** One row for each letter of a word on the way down the tree: a walk needs no others, and no two go on at once. */
const rows: Float64Array[] = [];

function rowAt(depth: number): Float64Array {
  const known = rows[depth];
  if (known !== undefined) return known;
  const made = new Float64Array(longestWord + 1);
  rows[depth] = made;
  return made;
}

/** Puts the costs after one more letter of a word into `next`; false when all are above the limit. */
function fillRow(
  next: Float64Array,
  typed: Uint16Array,
  row: Float64Array,
  above: Float64Array,
  letter: number,
  before: number,
  limit: number,
): boolean {
  const left = omission(letter, before);
  next[0] = (row[0] ?? 0) + left;
  let least = next[0];
  for (let j = 1; j <= typed.length; j += 1) {
    const own = typed[j - 1] ?? 0;
    const previous = j > 1 ? (typed[j - 2] ?? 0) : 0;
    let cost = Math.min(
      (row[j - 1] ?? 9) + substitution(own, letter),
      (row[j] ?? 9) + left,
      (next[j - 1] ?? 9) + insertion(own, previous),
    );
    if (j > 1 && own === before && previous === letter) cost = Math.min(cost, (above[j - 2] ?? 9) + swap);
    next[j] = cost;
    if (cost < least) least = cost;
  }
  return least <= limit;
}

/** Where the words with this letter at this depth end: the list is in order. */
function endOfBranch(list: WordList, from: number, to: number, depth: number, letter: number): number {
  let low = from + 1;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]?.text.charCodeAt(depth) === letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether any word of the list begins with this. */
export function isBeginning(list: WordList, beginning: string): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.text ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return list[low]?.text.startsWith(beginning) ?? false;
}
