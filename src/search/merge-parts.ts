import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type CborCursor, openCborCursor } from './cbor-cursor.ts';
import { chunkName } from './manifest.ts';
import { signature, type WordChunk, withoutSignature } from './pagefind-files.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);
const encoder = new TextEncoder();

/**
 * Uncompressed size at which a file of postings is closed: Pagefind's own files are four times as large, and a
 * search reads one file for every three letters of the query.
 */
const chunkBytes = 16 * 1024;

/** Compressed size from which a search looks first whether it can do without the file. */
const largeChunkBytes = 12 * 1024;

/** The files that were written: the lower bound of each in order, and the numbers of the large ones. */
export type MergedChunks = { readonly bounds: readonly string[]; readonly large: readonly number[] };

/** An index that Pagefind wrote, and the number of its first page in the merged folder. */
export type IndexPart = {
  readonly path: string;
  readonly chunks: readonly WordChunk[];
  readonly firstPage: number;
};

/**
 * The pages of one word in one part, as Pagefind encoded them: each page is an array of `fields` whose first is the
 * difference from the page before. `rest` begins after that number of the first page.
 */
type Entry = {
  readonly word: string;
  readonly count: number;
  readonly fields: number;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly rest: Uint8Array;
};

/**
 * Merges the postings of several Pagefind indexes into one set of files below `path`, so that a search reads one
 * file for a token and not one from each part.
 * Throws when a part is not in order or holds spelling variants, which our words never have.
 */
export async function mergeParts(parts: readonly IndexPart[], path: string): Promise<MergedChunks> {
  const bounds: string[] = [];
  const large: number[] = [];
  let open: Uint8Array[] = [];
  let openBytes = 0;
  let lastWord = '';
  const close = async (): Promise<void> => {
    if (open.length === 0) return;
    const body = Buffer.concat([signature, head(4, 1), head(4, open.length), ...open]);
    const file = await compress(body);
    await writeFile(join(path, chunkName(bounds.length - 1)), file);
    if (file.length >= largeChunkBytes) large.push(bounds.length - 1);
    open = [];
    openBytes = 0;
  };
  for await (const same of sameWords(parts)) {
    const word = same[0]?.word ?? '';
    if (open.length === 0) bounds.push(shortestAbove(word, lastWord));
    const bytes = encodeEntry(word, same);
    open.push(bytes);
    openBytes += bytes.length;
    lastWord = word;
    if (openBytes >= chunkBytes) await close();
  }
  await close();
  return { bounds, large };
}

/** The entries of each word in word order, those of earlier parts first. */
async function* sameWords(parts: readonly IndexPart[]): AsyncGenerator<readonly Entry[]> {
  const streams = parts.map((part) => entriesOf(part));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  for (;;) {
    const words = heads.flatMap((item) => (item.done === true ? [] : [item.value.word]));
    const [word] = words.sort();
    if (word === undefined) return;
    const same: Entry[] = [];
    for (const [index, stream] of streams.entries()) {
      const item = heads[index];
      if (item === undefined || item.done === true || item.value.word !== word) continue;
      same.push(item.value);
      heads[index] = await stream.next();
    }
    yield same;
  }
}

async function* entriesOf(part: IndexPart): AsyncGenerator<Entry> {
  let last = '';
  for (const { file } of part.chunks) {
    const bytes = withoutSignature(
      await decompress(await readFile(join(part.path, 'index', `${file}.pf_index`))),
    );
    const cursor = openCborCursor(bytes);
    cursor.arrayLength();
    for (let left = cursor.arrayLength(); left > 0; left -= 1) {
      if (cursor.arrayLength() !== 3) throw new Error('a Pagefind word has an unknown shape');
      const word = cursor.text();
      if (word <= last && last !== '') throw new Error('Pagefind did not write its words in order');
      last = word;
      const entry = readEntry(word, bytes, cursor, part.firstPage);
      if (cursor.arrayLength() !== 0) throw new Error('an index word has spelling variants');
      if (entry.count > 0) yield entry;
    }
  }
}

/** Reads one word's pages and numbers them in the merged folder. */
function readEntry(word: string, bytes: Uint8Array, cursor: CborCursor, pagesBefore: number): Entry {
  const count = cursor.arrayLength();
  let fields = 0;
  let firstPage = 0;
  let restFrom = cursor.at;
  let page = pagesBefore;
  for (let at = 0; at < count; at += 1) {
    const length = cursor.arrayLength();
    page += cursor.integer();
    if (at === 0) {
      fields = length;
      firstPage = page;
      restFrom = cursor.at;
    }
    for (let field = 1; field < length; field += 1) cursor.skip();
  }
  return { word, count, fields, firstPage, lastPage: page, rest: bytes.subarray(restFrom, cursor.at) };
}

function encodeEntry(word: string, same: readonly Entry[]): Uint8Array {
  const text = encoder.encode(word);
  const count = same.reduce((sum, entry) => sum + entry.count, 0);
  const pieces: Uint8Array[] = [head(4, 3), head(3, text.length), text, head(4, count)];
  let lastPage = 0;
  for (const entry of same) {
    pieces.push(head(4, entry.fields), head(0, entry.firstPage - lastPage), entry.rest);
    lastPage = entry.lastPage;
  }
  pieces.push(head(4, 0));
  return Buffer.concat(pieces);
}

/** The head of a CBOR item (RFC 8949, section 3): its major type and its number or length. */
function head(major: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((major << 5) | value);
  const width = value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
  const bytes = new Uint8Array(1 + width);
  bytes[0] = (major << 5) | (23 + { 1: 1, 2: 2, 4: 3 }[width]);
  for (let at = width, rest = value; at > 0; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return bytes;
}

/** The shortest beginning of a word that is still above the word before it. */
function shortestAbove(word: string, before: string): string {
  let length = 1;
  while (length < word.length && word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}
