import { bitOfWeight, type Occurrences, occurrencesIn } from './occurrences.ts';
import type { Posting } from './postings-file.ts';

/** All places of one token of a phrase. */
export type TokenPlaces = { readonly offset: number; readonly postings: readonly Posting[] };

/** Some pages. A set is one, and so are the keys of a map. */
export type Pages = { readonly size: number; has(page: number): boolean; keys(): Iterable<number> };

/** The pages that hold something, and what of it. A map is one. */
export type FoundPages = Pages & { get(page: number): Occurrences | undefined };

/**
 * Keeps the pages in which every token of a phrase stands at its own distance from one common beginning.
 * Exact: each token is checked by its own positions, so parts of a phrase in another order do not match.
 */
export function joinAdjacent(tokens: readonly TokenPlaces[]): FoundPages {
  const [rarest, ...others] = [...tokens].sort((a, b) => a.postings.length - b.postings.length);
  const found = new Map<number, Occurrences>();
  if (rarest === undefined) return found;
  const rest = others.map(({ offset, postings }) => ({
    distance: offset - rarest.offset,
    pages: byPage(postings),
  }));
  for (const { page, positions, weights } of byPage(rarest.postings).values()) {
    let kept = positions.map((_, index) => index);
    for (const { distance, pages } of rest) {
      if (kept.length === 0) break;
      kept = thoseFollowed(kept, positions, distance, pages.get(page)?.positions ?? []);
    }
    if (kept.length === 0) continue;
    const kinds = kept.reduce((bits, index) => bits | bitOfWeight(weights[index] ?? 0), 0);
    found.set(page, occurrencesIn(kinds));
  }
  return found;
}

/** The places page by page; those of several words on one page are put in order. */
function byPage(postings: readonly Posting[]): ReadonlyMap<number, Posting> {
  const pages = new Map<number, Posting>();
  for (const posting of postings) {
    const known = pages.get(posting.page);
    pages.set(posting.page, known === undefined ? posting : joined(known, posting));
  }
  return pages;
}

function joined(one: Posting, other: Posting): Posting {
  const places = [one, other].flatMap(({ positions, weights }) =>
    positions.map((position, index) => ({ position, weight: weights[index] ?? 0 })),
  );
  places.sort((a, b) => a.position - b.position);
  return {
    page: one.page,
    positions: places.map(({ position }) => position),
    weights: places.map(({ weight }) => weight),
  };
}

/** Of some of the places, by their numbers, those at a distance from which another token stands. Both are in order. */
function thoseFollowed(
  numbers: readonly number[],
  positions: readonly number[],
  distance: number,
  others: readonly number[],
): number[] {
  const followed: number[] = [];
  let at = 0;
  for (const number of numbers) {
    const wanted = (positions[number] ?? 0) + distance;
    while (at < others.length && (others[at] ?? 0) < wanted) at += 1;
    if (others[at] === wanted) followed.push(number);
  }
  return followed;
}
