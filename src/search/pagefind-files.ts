import { type CborCursor, openCborCursor } from './cbor-cursor.ts';
import type { WordEntry } from './postings-file.ts';

/** The Pagefind release whose index files these functions read; a build by another release is refused. */
export const pagefindVersion = '1.6.0';

/**
 * One file of postings, in code point order: the words that are not below `from` and below the next chunk's `from`.
 * Pagefind shortens the bounds to what tells neighbours apart, so its own upper bound can be below the last word.
 */
export type WordChunk = { readonly from: string; readonly file: string };

export type PagefindMeta = { readonly pages: readonly string[]; readonly chunks: readonly WordChunk[] };

/** What stands before the content of every file. */
export const signature = new TextEncoder().encode('pagefind_dcd');

/** Removes the mark that Pagefind puts before the content of every file. Throws when it is missing. */
export function withoutSignature(bytes: Uint8Array): Uint8Array {
  if (!signature.every((value, index) => bytes[index] === value)) {
    throw new Error('not a Pagefind file: signature missing');
  }
  return bytes.subarray(signature.length);
}

/** Reads `*.pf_meta`: the fragment names in page order and the chunk table. Throws on another release's file. */
export function decodeMeta(bytes: Uint8Array): PagefindMeta {
  const cursor = openCborCursor(withoutSignature(bytes));
  cursor.arrayLength();
  const version = cursor.text();
  if (version !== pagefindVersion) {
    throw new Error(`search index written by Pagefind ${version}, this reader knows ${pagefindVersion}`);
  }
  const pages: string[] = [];
  for (let left = cursor.arrayLength(); left > 0; left -= 1) {
    const fields = cursor.arrayLength();
    pages.push(cursor.text());
    for (let field = 1; field < fields; field += 1) cursor.skip();
  }
  const chunks: WordChunk[] = [];
  for (let left = cursor.arrayLength(); left > 0; left -= 1) {
    cursor.arrayLength();
    const from = cursor.text();
    cursor.text();
    chunks.push({ from, file: cursor.text() });
  }
  chunks.sort((a, b) => (a.from < b.from ? -1 : 1));
  return { pages, chunks };
}

/**
 * Reads the words of a `*.pf_index` in the order of the file, their pages numbered from `pagesBefore`.
 * Throws on spelling variants, which our words never have.
 */
export function* readWords(bytes: Uint8Array, pagesBefore: number): Generator<WordEntry> {
  const cursor = openCborCursor(withoutSignature(bytes));
  cursor.arrayLength();
  for (let left = cursor.arrayLength(); left > 0; left -= 1) {
    if (cursor.arrayLength() !== 3) throw new Error('a Pagefind word has an unknown shape');
    const word = cursor.text();
    const entry = readEntry(word, cursor, pagesBefore);
    if (cursor.arrayLength() !== 0) throw new Error('an index word has spelling variants');
    yield entry;
  }
}

function readEntry(word: string, cursor: CborCursor, pagesBefore: number): WordEntry {
  const pages: number[] = [];
  const counts: number[] = [];
  const positions: number[] = [];
  const weights: number[] = [];
  let page = pagesBefore;
  for (let left = cursor.arrayLength(); left > 0; left -= 1) {
    const fields = cursor.arrayLength();
    page += cursor.integer();
    const before = positions.length;
    // A negative number -w-1 says that the weight is w from here on, and restarts the position differences.
    let weight = 24 + 1;
    let position = 0;
    for (let numbers = cursor.arrayLength(); numbers > 0; numbers -= 1) {
      const value = cursor.integer();
      if (value < 0) {
        weight = -value - 1;
        position = 0;
      } else {
        position += value;
        positions.push(position);
        weights.push(weight);
      }
    }
    for (let field = 2; field < fields; field += 1) cursor.skip();
    pages.push(page);
    counts.push(positions.length - before);
  }
  return { word, pages, counts, positions, weights };
}
