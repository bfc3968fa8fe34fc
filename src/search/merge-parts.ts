import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { CatalogueFile } from './catalogue-file.ts';
import { type CommonWord, commonFrom, followings } from './common-words.ts';
import { chunkName, placesName } from './manifest.ts';
import { readWords, type WordChunk } from './pagefind-files.ts';
import { encodePostings, joinHalves, type WordEntry } from './postings-file.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * Uncompressed size at which a file of postings is closed: Pagefind's own files are four times as large, and a
 * search reads one file for every three letters of the query.
 */
const chunkSize = 16 * 1024;

/** Compressed size from which the places of a file are a file of their own, which a search tries to do without. */
const largeChunkBytes = 8 * 1024;

/** The files that were written: the lower bound of each in order, the large ones, and what the places of some follow from. */
export type MergedChunks = {
  readonly bounds: readonly string[];
  readonly large: readonly number[];
  readonly followers: CatalogueFile['followers'];
};

/** An index that Pagefind wrote, and the number of its first page in the merged folder. */
export type IndexPart = {
  readonly path: string;
  readonly chunks: readonly WordChunk[];
  readonly firstPage: number;
};

/**
 * Merges the postings of several Pagefind indexes into one set of files below `path`, so that a search reads one
 * file for a token and not one from each part.
 * Throws when a part is not in order.
 */
export async function mergeParts(parts: readonly IndexPart[], path: string): Promise<MergedChunks> {
  const bounds: string[] = [];
  const large: number[] = [];
  const common: CommonWord[] = [];
  let open: WordEntry[] = [];
  let openSize = 0;
  let lastWord = '';
  const close = async (): Promise<void> => {
    if (open.length === 0) return;
    const chunk = bounds.length - 1;
    const halves = encodePostings(open);
    const whole = await compress(joinHalves(halves));
    if (whole.length < largeChunkBytes) await writeFile(join(path, chunkName(chunk)), whole);
    else {
      large.push(chunk);
      await writeFile(join(path, chunkName(chunk)), await compress(halves.pages));
      await writeFile(join(path, placesName(chunk)), await compress(halves.places));
    }
    open = [];
    openSize = 0;
  };
  for await (const same of sameWords(parts)) {
    const entry = joinEntries(same);
    const isCommon = entry.positions.length >= commonFrom;
    if (isCommon) await close();
    if (open.length === 0) bounds.push(shortestAbove(entry.word, lastWord));
    lastWord = entry.word;
    if (isCommon) {
      common.push({ chunk: bounds.length - 1, entry });
      continue;
    }
    open.push(entry);
    openSize += sizeOf(entry);
    if (openSize >= chunkSize) await close();
  }
  await close();
  const followers = await writeCommonWords(common, path);
  return { bounds, large: [...large, ...common.map(({ chunk }) => chunk)], followers };
}

/** Writes the chunks of common words, whose places can be told only when all of them are known. */
async function writeCommonWords(
  words: readonly CommonWord[],
  path: string,
): Promise<CatalogueFile['followers']> {
  const followers: [number, number, 1 | -1][] = [];
  for (const [index, following] of followings(words).entries()) {
    const word = words[index];
    if (word === undefined) continue;
    const halves = encodePostings([word.entry]);
    await writeFile(join(path, chunkName(word.chunk)), await compress(halves.pages));
    if (following !== null) followers.push([word.chunk, following.base, following.shift]);
    const places =
      following === null ? halves.places : joinHalves(encodePostings([following.extra, following.missing]));
    await writeFile(join(path, placesName(word.chunk)), await compress(places));
  }
  return followers;
}

/** The pages of a word in all parts, whose pages are numbered one part after the other. */
function joinEntries(same: readonly [WordEntry, ...WordEntry[]]): WordEntry {
  const [first, ...more] = same;
  if (more.length === 0) return first;
  return {
    word: first.word,
    pages: same.flatMap(({ pages }) => pages),
    counts: same.flatMap(({ counts }) => counts),
    positions: same.flatMap(({ positions }) => positions),
    weights: same.flatMap(({ weights }) => weights),
  };
}

/** About the bytes that an entry takes before compression. */
const sizeOf = ({ word, pages, positions }: WordEntry): number =>
  3 * word.length + 4 * pages.length + 2 * positions.length;

/** The entries of each word in word order, those of earlier parts first. */
async function* sameWords(parts: readonly IndexPart[]): AsyncGenerator<readonly [WordEntry, ...WordEntry[]]> {
  const streams = parts.map((part) => entriesOf(part));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  for (;;) {
    let word: string | null = null;
    for (const item of heads)
      if (item.done !== true && (word === null || item.value.word < word)) word = item.value.word;
    if (word === null) return;
    const same: WordEntry[] = [];
    for (const [index, stream] of streams.entries()) {
      const item = heads[index];
      if (item === undefined || item.done === true || item.value.word !== word) continue;
      same.push(item.value);
      heads[index] = await stream.next();
    }
    const [first, ...more] = same;
    if (first === undefined) return;
    yield [first, ...more];
  }
}

async function* entriesOf(part: IndexPart): AsyncGenerator<WordEntry> {
  let last = '';
  for (const { file } of part.chunks) {
    const bytes = await decompress(await readFile(join(part.path, 'index', `${file}.pf_index`)));
    for (const entry of readWords(bytes, part.firstPage)) {
      if (entry.word <= last && last !== '') throw new Error('Pagefind did not write its words in order');
      last = entry.word;
      if (entry.pages.length > 0) yield entry;
    }
  }
}

/** The shortest beginning of a word that is still above the word before it. */
function shortestAbove(word: string, before: string): string {
  let length = 1;
  while (length < word.length && word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}
