import type { Posting } from './postings-file.ts';

/** All places of one token of a phrase. */
export type TokenPlaces = { readonly offset: number; readonly postings: readonly Posting[] };

/** The verified occurrences of a phrase in one page: how many, and the highest weight among them. */
export type Occurrences = { readonly count: number; readonly weight: number };

/**
 * Keeps the pages in which every token of a phrase stands at its own distance from one common beginning.
 * Exact: each token is checked by its own positions, so parts of a phrase in another order do not match.
 */
export function joinAdjacent(tokens: readonly TokenPlaces[]): ReadonlyMap<number, Occurrences> {
  const [first, ...rest] = [...tokens].sort((a, b) => a.postings.length - b.postings.length);
  if (first === undefined) return new Map();
  let starts = startsByPage(first);
  for (const token of rest) {
    if (starts.size === 0) break;
    starts = keepFollowed(starts, token);
  }
  const found = new Map<number, Occurrences>();
  for (const [page, weightByStart] of starts) {
    found.set(page, { count: weightByStart.size, weight: Math.max(...weightByStart.values()) });
  }
  return found;
}

type Starts = Map<number, Map<number, number>>;

function startsByPage(token: TokenPlaces): Starts {
  const starts: Starts = new Map();
  for (const { page, positions, weights } of token.postings) {
    const onPage = starts.get(page) ?? new Map<number, number>();
    for (const [index, position] of positions.entries()) {
      onPage.set(position - token.offset, weights[index] ?? 0);
    }
    if (onPage.size > 0) starts.set(page, onPage);
  }
  return starts;
}

function keepFollowed(starts: Starts, token: TokenPlaces): Starts {
  const kept: Starts = new Map();
  for (const { page, positions } of token.postings) {
    const onPage = starts.get(page);
    if (onPage === undefined) continue;
    const still = kept.get(page) ?? new Map<number, number>();
    for (const position of positions) {
      const weight = onPage.get(position - token.offset);
      if (weight !== undefined) still.set(position - token.offset, weight);
    }
    if (still.size > 0) kept.set(page, still);
  }
  return kept;
}
