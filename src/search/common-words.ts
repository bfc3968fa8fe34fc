import { inPlaceOrder, type Posting, type WordEntry } from './postings-file.ts';

/**
 * Tokens overlap, so nearly every place of one token of a common word is a place of the next, one unit on. Of such a
 * token only the exceptions are kept: the places of common words are two fifths smaller for it.
 */

/** A word with so many places is common: it has a chunk of its own. */
export const commonFrom = 3000;

/** The greatest part of the places of a word that may be exceptions, each of which takes more than a place. */
const exceptionsAtMost = 0.3;

/** A common word and the chunk that it has for its own. */
export type CommonWord = { readonly chunk: number; readonly entry: WordEntry };

/** Where the places of a word are those of another, `shift` units on: all but the missing, and the extra ones. */
export type Following = {
  readonly base: number;
  readonly shift: 1 | -1;
  readonly missing: WordEntry;
  readonly extra: WordEntry;
};

/** Places in order, each as one number: the page and the position in it. */
type Places = { readonly keys: Float64Array; readonly weights: Uint8Array };

const perPage = 2 ** 22;

/**
 * For each common word the word that its places follow from with the fewest exceptions, or null when they are told as
 * shortly by themselves. None follows from a word with fewer places, so there is no circle. Place 0 is nobody's: a page
 * begins with the end of a block.
 */
export function followings(words: readonly CommonWord[]): readonly (Following | null)[] {
  const known = words.map((word) => ({ ...word, places: placesOf(word.entry) }));
  return known.map(({ chunk, entry, places }) => {
    let best: { readonly base: number; readonly shift: 1 | -1; readonly from: Places } | null = null;
    let fewest = Math.floor(exceptionsAtMost * places.keys.length);
    for (const other of known) {
      const more = other.places.keys.length - places.keys.length;
      if (more > fewest || more < 0 || (more === 0 && other.chunk >= chunk)) continue;
      const shift = shiftBetween(other.entry.word, entry.word);
      if (shift === null) continue;
      const exceptions = countExceptions(other.places, shift, places, fewest);
      if (exceptions >= fewest) continue;
      fewest = exceptions;
      best = { base: other.chunk, shift, from: other.places };
    }
    if (best === null) return null;
    const { base, shift, from } = best;
    return { base, shift, ...exceptionsOf(from, shift, places) };
  });
}

/** The places of a word that follows from another, page by page. */
export function follow(
  base: readonly Posting[],
  shift: 1 | -1,
  missing: readonly Posting[],
  extra: readonly Posting[],
): readonly Posting[] {
  const without = new Map(missing.map(({ page, positions }) => [page, new Set(positions)]));
  const added = new Map(extra.map((posting) => [posting.page, posting]));
  const found: Posting[] = [];
  for (const { page, positions, weights } of base) {
    const gone = without.get(page);
    const more = added.get(page);
    const moved = positions.map((position) => position + shift);
    if (gone === undefined && more === undefined) {
      found.push({ page, positions: moved, weights });
      continue;
    }
    const places = moved.map((position, at) => ({ position, weight: weights[at] ?? 0 }));
    const still = places.filter(({ position }) => !gone?.has(position));
    for (const [at, position] of (more?.positions ?? []).entries())
      still.push({ position, weight: more?.weights[at] ?? 0 });
    added.delete(page);
    if (still.length === 0) continue;
    still.sort((a, b) => a.position - b.position);
    found.push({
      page,
      positions: still.map(({ position }) => position),
      weights: still.map(({ weight }) => weight),
    });
  }
  return added.size === 0 ? found : [...found, ...added.values()].sort((a, b) => a.page - b.page);
}

/** 1 when the second token can stand one unit after the first, -1 when one before it, null when neither. */
function shiftBetween(base: string, word: string): 1 | -1 | null {
  if (continues(base, word)) return 1;
  return continues(word, base) ? -1 : null;
}

/** Whether the second token begins with what is left of the first behind its first unit. */
function continues(first: string, second: string): boolean {
  for (let at = 1; at <= first.length - 2; at += 1) if (second.startsWith(first.slice(at))) return true;
  return false;
}

function placesOf({ pages, counts, positions, weights }: WordEntry): Places {
  const keys = new Float64Array(positions.length);
  const ordered = new Uint8Array(positions.length);
  let at = 0;
  for (const [index, count] of counts.entries()) {
    const page = (pages[index] ?? 0) * perPage;
    for (const place of inPlaceOrder(positions, at, count)) {
      keys[at] = page + (positions[place] ?? 0);
      ordered[at] = weights[place] ?? 0;
      at += 1;
    }
  }
  return { keys, weights: ordered };
}

/** How many places are in one list only, the first moved by `shift`; counted no further than the limit. */
function countExceptions(base: Places, shift: number, { keys }: Places, limit: number): number {
  let exceptions = 0;
  for (const _ of differences(base, shift, keys)) {
    exceptions += 1;
    if (exceptions >= limit) break;
  }
  return exceptions;
}

function exceptionsOf(base: Places, shift: number, places: Places): Pick<Following, 'missing' | 'extra'> {
  const missing: [number, number][] = [];
  const extra: [number, number][] = [];
  for (const { key, isMissing, at } of differences(base, shift, places.keys)) {
    if (isMissing) missing.push([key, 0]);
    else extra.push([key, places.weights[at] ?? 0]);
  }
  return { missing: toEntry('missing', missing), extra: toEntry('extra', extra) };
}

type Difference = { readonly key: number; readonly isMissing: boolean; readonly at: number };

function* differences(base: Places, shift: number, keys: Float64Array): Generator<Difference> {
  let at = 0;
  for (const unshifted of base.keys) {
    const expected = unshifted + shift;
    for (; at < keys.length && (keys[at] ?? 0) < expected; at += 1)
      yield { key: keys[at] ?? 0, isMissing: false, at };
    if (keys[at] === expected) at += 1;
    else yield { key: expected, isMissing: true, at };
  }
  for (; at < keys.length; at += 1) yield { key: keys[at] ?? 0, isMissing: false, at };
}

function toEntry(word: string, places: readonly (readonly [key: number, weight: number])[]): WordEntry {
  const pages: number[] = [];
  const counts: number[] = [];
  for (const [key] of places) {
    const page = Math.floor(key / perPage);
    if (page !== pages.at(-1)) {
      pages.push(page);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return {
    word,
    pages,
    counts,
    positions: places.map(([key]) => key % perPage),
    weights: places.map(([, weight]) => weight),
  };
}
