/** What a text is made of: the hashes of its runs of four characters, white space left out. */
export type Shingles = ReadonlySet<number>;

const SIZE = 4;

/** Shorter texts have one shingle, the empty text none. */
export function shinglesOf(text: string): Shingles {
  const plain = text.replace(/\s+/g, '');
  const shingles = new Set<number>();
  for (let at = 0; at < Math.max(plain.length - SIZE + 1, Math.min(plain.length, 1)); at += 1) {
    let hash = 0;
    for (let offset = 0; offset < SIZE; offset += 1) {
      const code = at + offset < plain.length ? plain.charCodeAt(at + offset) : 0;
      hash = (Math.imul(hash, 131) + code) | 0;
    }
    shingles.add(hash);
  }
  return shingles;
}

/** How many shingles both have. */
export function sharedCount(a: Shingles, b: Shingles): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared;
}

/** Dice's measure, 0 to 1: twice what is shared by what both have. */
export const similarity = (a: Shingles, b: Shingles): number =>
  a.size + b.size === 0 ? 0 : (2 * sharedCount(a, b)) / (a.size + b.size);

/** A shingle that more texts than this have says nothing of where a text went, and is slow to follow. */
const COMMON = 32;

/** A text that shares less than this part of the shingles asked for is not worth a closer look. */
const LEAST_SHARED = 0.1;

/** Finds the texts that share most with another; built once for all of one side. */
export type SimilarTexts = (shingles: Shingles, limit: number) => readonly number[];

/**
 * An index over texts by number.
 * @returns a search that answers the numbers of at most `limit` texts, those with most in common first
 */
export function indexTexts(texts: ReadonlyMap<number, Shingles>): SimilarTexts {
  const holders = new Map<number, number[]>();
  let length = 0;
  for (const [index, shingles] of texts) {
    length = Math.max(length, index + 1);
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (known === undefined) holders.set(shingle, [index]);
      else if (known.length <= COMMON) known.push(index);
    }
  }
  const counts = new Uint32Array(length);
  return (shingles, limit) => {
    const least = Math.max(1, LEAST_SHARED * shingles.size);
    const touched: number[] = [];
    for (const shingle of shingles) {
      const found = holders.get(shingle);
      if (found === undefined || found.length > COMMON) continue;
      for (const index of found) {
        const count = counts[index] ?? 0;
        if (count === 0) touched.push(index);
        counts[index] = count + 1;
      }
    }
    const near = touched
      .filter((index) => (counts[index] ?? 0) >= least)
      .map((index) => ({ index, count: counts[index] ?? 0 }));
    for (const index of touched) counts[index] = 0;
    return near
      .sort((a, b) => b.count - a.count || a.index - b.index)
      .slice(0, limit)
      .map(({ index }) => index);
  };
}
