import { bitOfWeight } from './occurrences.ts';

/**
 * One file of postings: for each of its words the pages it stands in, in which kinds of block, how often, and its places.
 * Numbers of a kind follow each other through the whole file, which gzip makes a quarter smaller than one word after the
 * other. Whether a word stands in a page takes an eighth of what its places take; of a large file the places are a file
 * of their own, which most searches do without.
 */

/** All pages of one word, ascending; `positions` and `weights` hold `counts[i]` numbers for page `i`. */
export type WordEntry = {
  readonly word: string;
  readonly pages: readonly number[];
  readonly counts: readonly number[];
  readonly positions: readonly number[];
  /** 24 is ordinary text, up to 255. */
  readonly weights: readonly number[];
};

/** Where one word stands in one page. `weights[i]` belongs to `positions[i]`. */
export type Posting = {
  readonly page: number;
  readonly positions: readonly number[];
  readonly weights: readonly number[];
};

/** That a word stands in a page, and the bits of the kinds of block in which it does (`Occurrences`). */
export type PageKinds = { readonly page: number; readonly kinds: number };

/** The words of a file and their pages. */
export type PageTable = {
  readonly words: readonly string[];
  readonly pages: (word: string) => readonly PageKinds[];
  readonly pageNumbers: (word: string) => readonly number[];
  /** Null when the places are in a file of their own. */
  readonly places: PlaceTable | null;
  /** Reads the file of its places. */
  readonly withPlaces: (bytes: Uint8Array) => PlaceTable;
};

/** The places of the words of a file. */
export type PlaceTable = { readonly postings: (word: string) => readonly Posting[] };

/** The two halves of a file. */
export type EncodedPostings = { readonly pages: Uint8Array; readonly places: Uint8Array };

const formatByte = 2;

/** Encodes words, which come in order. Both halves in one file are `joinHalves`. */
export function encodePostings(entries: readonly WordEntry[]): EncodedPostings {
  const pageDeltas: number[] = [];
  const counts: number[] = [];
  const kinds: number[] = [];
  const weights: number[] = [];
  const high: number[] = [];
  const low: number[] = [];
  for (const entry of entries) {
    let page = 0;
    let at = 0;
    for (const [index, count] of entry.counts.entries()) {
      const here = entry.pages[index] ?? 0;
      pageDeltas.push(here - page);
      page = here;
      counts.push(count);
      let position = 0;
      let bits = 0;
      for (const place of inPlaceOrder(entry.positions, at, count)) {
        const weight = entry.weights[place] ?? 0;
        const delta = (entry.positions[place] ?? 0) - position;
        position += delta;
        weights.push(weight);
        high.push(delta >> 8);
        low.push(delta & 255);
        bits |= bitOfWeight(weight);
      }
      kinds.push(bits);
      at += count;
    }
  }
  const words = new TextEncoder().encode(entries.map(({ word }) => word).join('\n'));
  const pagesOfWords = entries.map(({ pages }) => pages.length);
  return {
    pages: columns([words, varints(pagesOfWords), varints(pageDeltas), varints(counts), kinds]),
    places: columns([weights, varints(high), low]),
  };
}

/** One file that holds both halves. */
export function joinHalves({ pages, places }: EncodedPostings): Uint8Array {
  const joined = new Uint8Array(pages.length + places.length);
  joined.set(pages);
  joined.set(places, pages.length);
  return joined;
}

/** Reads a file of postings. Throws when it is not one of this format. */
export function decodePostings(bytes: Uint8Array): PageTable {
  const cursor = openColumns(bytes);
  const words = new TextDecoder().decode(cursor.column()).split('\n');
  const pagesFrom = sums(numbers(cursor.column()));
  const deltas = numbers(cursor.column());
  const counts = numbers(cursor.column());
  const kinds = cursor.column();
  const placesFrom = sums(counts);
  const order = new Map(words.map((word, index) => [word, index]));

  /** The pages of a word, numbered in the file. */
  function eachPage<T>(word: string, make: (page: number, index: number) => T): readonly T[] {
    const index = order.get(word);
    const made: T[] = [];
    if (index === undefined) return made;
    let page = 0;
    for (let at = pagesFrom[index] ?? 0; at < (pagesFrom[index + 1] ?? 0); at += 1) {
      page += deltas[at] ?? 0;
      made.push(make(page, at));
    }
    return made;
  }

  function withPlaces(half: Uint8Array): PlaceTable {
    const places = openColumns(half);
    const weights = places.column();
    const high = numbers(places.column());
    const low = places.column();
    return {
      postings: (word) =>
        eachPage(word, (page, index) => {
          const positions: number[] = [];
          const own: number[] = [];
          let position = 0;
          for (let at = placesFrom[index] ?? 0; at < (placesFrom[index + 1] ?? 0); at += 1) {
            position += (high[at] ?? 0) * 256 + (low[at] ?? 0);
            positions.push(position);
            own.push(weights[at] ?? 0);
          }
          return { page, positions, weights: own };
        }),
    };
  }

  const rest = bytes.subarray(cursor.at());
  return {
    words,
    pages: (word) => eachPage(word, (page, index) => ({ page, kinds: kinds[index] ?? 0 })),
    pageNumbers: (word) => eachPage(word, (page) => page),
    places: rest.length === 0 ? null : withPlaces(rest),
    withPlaces,
  };
}

/** The numbers of the places of one page, by position: Pagefind writes them weight by weight. */
export function inPlaceOrder(positions: readonly number[], from: number, count: number): readonly number[] {
  const places = Array.from({ length: count }, (_, at) => from + at);
  const isSorted = places.every(
    (place, at) => at === 0 || (positions[place] ?? 0) > (positions[place - 1] ?? 0),
  );
  return isSorted ? places : places.sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
}

/** The columns one after the other, each behind its length. */
function columns(parts: readonly ArrayLike<number>[]): Uint8Array {
  const heads = parts.map(({ length }) => varints([length]));
  const total = parts.reduce((sum, part, at) => sum + part.length + (heads[at]?.length ?? 0), 1);
  const bytes = new Uint8Array(total);
  bytes[0] = formatByte;
  let at = 1;
  for (const [index, part] of parts.entries()) {
    bytes.set(heads[index] ?? [], at);
    at += heads[index]?.length ?? 0;
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function openColumns(bytes: Uint8Array): { readonly column: () => Uint8Array; readonly at: () => number } {
  if (bytes[0] !== formatByte) throw new Error('not a file of postings of this format');
  let at = 1;
  return {
    at: () => at,
    column: () => {
      const end = endOfNumber(bytes, at);
      const [length = 0] = numbers(bytes.subarray(at, end));
      at = end + length;
      if (at > bytes.length) throw new Error('a file of postings is cut short');
      return bytes.subarray(end, at);
    },
  };
}

function endOfNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] ?? 0) > 127) at += 1;
  return at + 1;
}

/** Seven bits a byte, the lowest first; the last byte of a number is below 128. */
function varints(values: readonly number[]): readonly number[] {
  const bytes: number[] = [];
  for (let value of values) {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  }
  return bytes;
}

function numbers(bytes: Uint8Array): readonly number[] {
  const values: number[] = [];
  let value = 0;
  let unit = 1;
  for (const byte of bytes) {
    value += (byte & 127) * unit;
    unit *= 128;
    if (byte > 127) continue;
    values.push(value);
    value = 0;
    unit = 1;
  }
  return values;
}

/** The sum of the numbers before each, and of all at the end. */
function sums(values: readonly number[]): readonly number[] {
  const found = [0];
  for (const value of values) found.push((found.at(-1) ?? 0) + value);
  return found;
}
