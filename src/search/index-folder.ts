import { joinAdjacent, type Occurrences, type TokenPlaces } from './adjacency.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { catalogueName, chunkName, recordName, wordsName } from './manifest.ts';
import { decodeWords, type WordTable } from './pagefind-files.ts';
import { type Phrase, type PlacedToken, tokensOfPhrase } from './phrase.ts';
import type { SearchRecord } from './search-record.ts';
import { startsWithUnits } from './tokens.ts';
import { decodeWordList, type WordList } from './word-list.ts';

/** Gives the uncompressed content of one file of the index, by its path below the search folder. Rejects when absent. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** An opened index folder: a base shard or the delta. Pages are numbered from 0. */
export type OpenFolder = {
  readonly dir: string;
  readonly catalogue: CatalogueFile;
  readonly isHidden: (page: number) => boolean;
  /** The pages that hold the phrase, each occurrence verified. Hidden pages are left out. */
  readonly findPhrase: (phrase: Phrase) => Promise<ReadonlyMap<number, Occurrences>>;
  /** Whether `findPhrase` would load a file of postings that is large and not loaded yet. */
  readonly isHeavy: (phrase: Phrase) => boolean;
  /**
   * The pages that may hold the phrase, told from its tokens in small files alone; null when all its files are
   * large. Hidden pages are left out.
   */
  readonly narrow: (phrase: Phrase) => Promise<ReadonlySet<number> | null>;
  /** The words of its texts, for what is not found as typed. Loaded only then. */
  readonly words: () => Promise<WordList>;
  readonly readRecord: (page: number) => Promise<SearchRecord>;
};

const text = new TextDecoder();

/** Opens one index folder by its catalogue; postings and records are read when needed, and kept. */
export async function openFolder(
  dir: string,
  hidden: readonly number[],
  readFile: ReadFile,
): Promise<OpenFolder> {
  const catalogue = JSON.parse(text.decode(await readFile(`${dir}/${catalogueName}`))) as CatalogueFile;
  const hiddenPages = new Set(hidden);
  const records = new Map<number, Promise<SearchRecord>>();
  const largeChunks = new Set(catalogue.largeChunks);
  const tables = new Map<number, Promise<WordTable>>();
  let words: Promise<WordList> | null = null;

  function openChunk(chunk: number): Promise<WordTable> {
    const known = tables.get(chunk);
    if (known !== undefined) return known;
    const opening = readFile(`${dir}/${chunkName(chunk)}`).then(decodeWords);
    tables.set(chunk, opening);
    opening.catch(() => tables.delete(chunk));
    return opening;
  }

  function isHeavyToken(placed: PlacedToken): boolean {
    return chunksFor(catalogue.chunks, placed).some((chunk) => largeChunks.has(chunk) && !tables.has(chunk));
  }

  async function placesOf(placed: PlacedToken): Promise<TokenPlaces> {
    const opened = await Promise.all(chunksFor(catalogue.chunks, placed).map(openChunk));
    const postings = opened.flatMap((table) =>
      wordsFor(table, placed).flatMap((word) => table.postings(word)),
    );
    return { offset: placed.offset, postings: postings.filter(({ page }) => !hiddenPages.has(page)) };
  }

  return {
    dir,
    catalogue,
    isHidden: (page) => hiddenPages.has(page),
    findPhrase: async (phrase) => {
      const tokens = tokensOfPhrase(phrase);
      // A long run that stands nowhere shows it in a few of its tokens; the rest are then not loaded.
      const few = tokens.filter((placed) => !isHeavyToken(placed)).filter(isOneOfThree);
      if (
        tokens.length > 5 &&
        joinAdjacent(await Promise.all(few.map(placesOf))).size === 0 &&
        few.length > 0
      )
        return new Map();
      return joinAdjacent(await Promise.all(tokens.map(placesOf)));
    },
    isHeavy: (phrase) => tokensOfPhrase(phrase).some(isHeavyToken),
    narrow: async (phrase) => {
      const light = tokensOfPhrase(phrase).filter((placed) => !isHeavyToken(placed));
      if (light.length === 0) return null;
      return new Set(joinAdjacent(await Promise.all(light.map(placesOf))).keys());
    },
    words: () => {
      words ??= readFile(`${dir}/${wordsName}`).then((bytes) => decodeWordList(text.decode(bytes)));
      words.catch(() => {
        words = null;
      });
      return words;
    },
    readRecord: (page) => {
      const known = records.get(page);
      if (known !== undefined) return known;
      const reading = readFile(`${dir}/${recordName(page)}`).then(
        (bytes) => JSON.parse(text.decode(bytes)) as SearchRecord,
      );
      records.set(page, reading);
      reading.catch(() => records.delete(page));
      return reading;
    },
  };
}

/** The first, the middle and the last of a list. */
function isOneOfThree<T>(_: T, index: number, list: readonly T[]): boolean {
  return index === 0 || index === list.length >> 1 || index === list.length - 1;
}

/** The chunks in which the token, or words that begin with it, can stand. */
function chunksFor(chunks: readonly string[], { token, match }: PlacedToken): readonly number[] {
  const end = match === 'whole' ? token : `${token}\uffff`;
  return chunks.flatMap((from, chunk) => {
    const next = chunks[chunk + 1];
    return (from <= end || chunk === 0) && (next === undefined || next > token) ? [chunk] : [];
  });
}

function wordsFor(table: WordTable, { token, match }: PlacedToken): readonly string[] {
  switch (match) {
    case 'whole':
      return [token];
    case 'units':
      return table.words.filter((word) => startsWithUnits(word, token));
    case 'open':
      return table.words.filter((word) => word.startsWith(token));
    default:
      return match satisfies never;
  }
}
