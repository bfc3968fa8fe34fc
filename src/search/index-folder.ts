import { type FoundPages, joinAdjacent, type TokenPlaces } from './adjacency.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { follow } from './common-words.ts';
import { findInRecord } from './find-in-record.ts';
import { catalogueName, chunkName, placesName, recordName, wordsName } from './manifest.ts';
import { type Occurrences, occurrencesIn } from './occurrences.ts';
import { type Phrase, type PlacedToken, tokensOfPhrase } from './phrase.ts';
import { decodePostings, type PageTable, type PlaceTable, type Posting } from './postings-file.ts';
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
  readonly findPhrase: (phrase: Phrase) => Promise<FoundPages>;
  /** Whether `findPhrase` would load places of common words that are not loaded yet. */
  readonly isHeavy: (phrase: Phrase) => boolean;
  /**
   * The pages that may hold the phrase: they hold all its tokens, and those that are not common words in their
   * places. Null when there is no cheaper way than `findPhrase`. Hidden pages are left out.
   */
  readonly narrow: (phrase: Phrase) => Promise<ReadonlySet<number> | null>;
  /** The words of its texts, for what is not found as typed. Loaded only then. */
  readonly words: () => Promise<WordList>;
  readonly readRecord: (page: number) => Promise<SearchRecord>;
};

type Follower = { readonly base: number; readonly shift: 1 | -1 };

/** So few pages are read rather than the places of common words: their texts come to less, and are often shown anyway. */
export const pagesReadAtMost = 12;

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
  const followers = new Map(catalogue.followers.map(([chunk, base, shift]) => [chunk, { base, shift }]));
  const tables = new Map<number, Promise<PageTable>>();
  const places = new Map<number, Promise<PlaceTable>>();
  let words: Promise<WordList> | null = null;

  const readRecord = (page: number): Promise<SearchRecord> =>
    keptFor(records, page, async () => {
      const bytes = await readFile(`${dir}/${recordName(page)}`);
      return JSON.parse(text.decode(bytes)) as SearchRecord;
    });

  const openPages = (chunk: number): Promise<PageTable> =>
    keptFor(tables, chunk, () => readFile(`${dir}/${chunkName(chunk)}`).then(decodePostings));

  const openPlaces = (chunk: number): Promise<PlaceTable> =>
    keptFor(places, chunk, () => {
      const following = followers.get(chunk);
      return following === undefined ? ownPlaces(chunk) : followedPlaces(chunk, following);
    });

  async function ownPlaces(chunk: number): Promise<PlaceTable> {
    // Both files are asked for at once.
    const reading = largeChunks.has(chunk) ? readFile(`${dir}/${placesName(chunk)}`) : null;
    const [table, half] = await Promise.all([openPages(chunk), reading]);
    const opened = half === null ? table.places : table.withPlaces(half);
    if (opened === null) throw new Error(`the places of ${dir}/${chunkName(chunk)} are missing`);
    return opened;
  }

  async function followedPlaces(chunk: number, { base, shift }: Follower): Promise<PlaceTable> {
    const [own, table, places, exceptions] = await Promise.all([
      openPages(chunk),
      openPages(base),
      openPlaces(base),
      readFile(`${dir}/${placesName(chunk)}`).then(decodePostings),
    ]);
    const of = (word: string): readonly Posting[] => exceptions.places?.postings(word) ?? [];
    const followed = follow(table.words.flatMap(places.postings), shift, of('missing'), of('extra'));
    return { postings: (word) => (own.words.includes(word) ? followed : []) };
  }

  function isHeavyToken(placed: PlacedToken): boolean {
    return chunksFor(catalogue.chunks, placed).some((chunk) => largeChunks.has(chunk) && !places.has(chunk));
  }

  async function pagesOf(placed: PlacedToken): Promise<FoundPages> {
    const opened = await Promise.all(chunksFor(catalogue.chunks, placed).map(openPages));
    const found = new Map<number, Occurrences>();
    for (const table of opened) {
      for (const { page, kinds } of wordsFor(table, placed).flatMap(table.pages)) {
        if (hiddenPages.has(page)) continue;
        found.set(page, occurrencesIn(kinds | (found.get(page)?.kinds ?? 0)));
      }
    }
    return found;
  }

  /** The same without how often: what `narrow` needs, of common words above all. */
  async function pageNumbersOf(placed: PlacedToken): Promise<ReadonlySet<number>> {
    const opened = await Promise.all(chunksFor(catalogue.chunks, placed).map(openPages));
    const found = new Set<number>();
    for (const table of opened)
      for (const word of wordsFor(table, placed))
        for (const page of table.pageNumbers(word)) if (!hiddenPages.has(page)) found.add(page);
    return found;
  }

  async function placesOf(placed: PlacedToken): Promise<TokenPlaces> {
    const postings = await Promise.all(
      chunksFor(catalogue.chunks, placed).map(async (chunk) => {
        const [table, { postings: read }] = await Promise.all([openPages(chunk), openPlaces(chunk)]);
        return wordsFor(table, placed).flatMap(read);
      }),
    );
    return {
      offset: placed.offset,
      postings: postings.flat().filter(({ page }) => !hiddenPages.has(page)),
    };
  }

  async function findInRecords(phrase: Phrase, pages: ReadonlySet<number>): Promise<FoundPages> {
    const found = await Promise.all(
      [...pages].map(
        async (page) => [page, findInRecord(await readRecord(page), [phrase])[0] ?? null] as const,
      ),
    );
    return new Map(found.flatMap(([page, one]) => (one === null ? [] : [[page, one] as const])));
  }

  async function narrow(tokens: readonly PlacedToken[]): Promise<ReadonlySet<number>> {
    const light = tokens.filter((placed) => !isHeavyToken(placed));
    const heavy = tokens.filter(isHeavyToken);
    const [joined, ...perToken] = await Promise.all([
      light.length === 0 ? null : Promise.all(light.map(placesOf)).then(joinAdjacent),
      ...heavy.map(pageNumbersOf),
    ]);
    const all = [...(joined === null || joined === undefined ? [] : [joined]), ...perToken];
    const [first, ...others] = all.sort((a, b) => a.size - b.size);
    return new Set([...(first?.keys() ?? [])].filter((page) => others.every((pages) => pages.has(page))));
  }

  return {
    dir,
    catalogue,
    isHidden: (page) => hiddenPages.has(page),
    findPhrase: async (phrase) => {
      const tokens = tokensOfPhrase(phrase);
      const [only, ...more] = tokens;
      if (only !== undefined && more.length === 0) return pagesOf(only);
      // A long run that stands nowhere shows it in a few of its tokens; the rest are then not loaded.
      const few = tokens.filter((placed) => !isHeavyToken(placed)).filter(isOneOfThree);
      if (
        tokens.length > 5 &&
        joinAdjacent(await Promise.all(few.map(placesOf))).size === 0 &&
        few.length > 0
      )
        return new Map();
      if (tokens.some(isHeavyToken)) {
        const few = await narrow(tokens);
        if (few.size <= pagesReadAtMost) return findInRecords(phrase, few);
      }
      return joinAdjacent(await Promise.all(tokens.map(placesOf)));
    },
    isHeavy: (phrase) => {
      const tokens = tokensOfPhrase(phrase);
      return tokens.length > 1 && tokens.some(isHeavyToken);
    },
    narrow: (phrase) => narrow(tokensOfPhrase(phrase)),
    words: () => {
      words ??= readFile(`${dir}/${wordsName}`).then((bytes) => decodeWordList(text.decode(bytes)));
      words.catch(() => {
        words = null;
      });
      return words;
    },
    readRecord,
  };
}

/** What was made for a key, made when it is first asked for; a failure is forgotten. */
function keptFor<T>(kept: Map<number, Promise<T>>, key: number, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const making = make();
  kept.set(key, making);
  making.catch(() => kept.delete(key));
  return making;
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

function wordsFor(table: PageTable, { token, match }: PlacedToken): readonly string[] {
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
