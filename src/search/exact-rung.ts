import type { FoundPages, Pages } from './adjacency.ts';
import { findInRecord } from './find-in-record.ts';
import { type GiveWay, startTurns } from './give-way.ts';
import type { Hit, HitTier } from './hit.ts';
import { type OpenFolder, pagesReadAtMost } from './index-folder.ts';
import type { Occurrences } from './occurrences.ts';
import { blockWeights } from './page-html.ts';
import type { Alternative, Query } from './query.ts';
import { provenanceLabels } from './search-record.ts';

/** How much an alternative counts beside the word as typed. */
const kindFactor: Readonly<Record<Alternative['kind'], number>> = {
  typed: 1,
  'other-name': 0.8,
  'other-era': 0.7,
  corrected: 0.9,
  piece: 0.5,
};

/** The pages of one way to find a word. */
type Way = { readonly alternative: Alternative; readonly pages: FoundPages };

/** Every way to find a word, and the pages of all of them. */
type FoundWord = {
  readonly ways: readonly Way[];
  readonly pages: Pages;
};

/** What each word of a query finds in one folder, and what all of them find as one run. */
type FoundInFolder = { readonly whole: FoundWord; readonly words: readonly FoundWord[] };

/** The pages with every word of the query, those with all words in one run first. */
export async function findAllWords(query: Query, folders: readonly OpenFolder[]): Promise<readonly Hit[]> {
  const perFolder = await Promise.all(
    folders.map(async (folder) => ({ folder, found: await findInFolder(folder, query) })),
  );
  const pages = folders.reduce((sum, folder) => sum + folder.catalogue.works.length, 0);
  const rarity = query.words.map((_, index) =>
    rarityOf(
      perFolder.reduce((sum, { found }) => sum + (found.words[index]?.pages.size ?? 0), 0),
      pages,
    ),
  );
  const giveWay = startTurns();
  const hits: Hit[] = [];
  for (const { folder, found } of perFolder) {
    const ofFolder = await hitsOf(folder, found, query, rarity, giveWay);
    for (const hit of ofFolder) hits.push(hit);
  }
  return hits;
}

/** Hits made before others get their turn, if it is time. */
const hitsAtOnce = 500;

async function hitsOf(
  folder: OpenFolder,
  { whole, words }: FoundInFolder,
  query: Query,
  rarity: readonly number[],
  giveWay: GiveWay,
): Promise<readonly Hit[]> {
  const [first, ...rest] = words
    .filter((_, index) => query.words[index]?.isOptional === false)
    .sort((a, b) => a.pages.size - b.pages.size);
  if (first === undefined) return [];
  const all = pagesWithAll(whole, first, rest);
  const foundIn = (page: number): readonly Alternative[] => [
    ...new Set(
      [whole, ...words].flatMap(({ ways }) =>
        ways.filter(({ pages }) => pages.has(page)).map(({ alternative }) => alternative),
      ),
    ),
  ];
  // A single word is its own phrase; of several words only the run of all of them is.
  const [only, ...more] = words;
  const phrase = more.length === 0 && only !== undefined ? only : whole;
  const standing = standingFactors(folder);
  const hits: Hit[] = [];
  for (const page of all) {
    if (hits.length % hitsAtOnce === 0) await giveWay();
    hits.push({
      folder,
      page,
      tier: tierOf(phrase, page),
      score: (scoreOf(words, rarity, page) + strength(phrase, page)) * standing(page),
      foundIn,
    });
  }
  return hits;
}

/** The pages with every word, and those with all of them in one run. */
function pagesWithAll(whole: FoundWord, first: FoundWord, rest: readonly FoundWord[]): Iterable<number> {
  if (whole.pages.size === 0 && rest.length === 0) return first.pages.keys();
  const all = new Set(whole.pages.keys());
  for (const page of first.pages.keys()) if (rest.every(({ pages }) => pages.has(page))) all.add(page);
  return all;
}

function foundWord(ways: readonly Way[]): FoundWord {
  const [only, ...more] = ways.filter(({ pages }) => pages.size > 0);
  if (only !== undefined && more.length === 0) return { ways, pages: only.pages };
  return { ways, pages: new Set(ways.flatMap(({ pages }) => [...pages.keys()])) };
}

async function findInFolder(folder: OpenFolder, query: Query): Promise<FoundInFolder> {
  const isHeavy = [query.whole, ...query.words.map(({ alternatives }) => alternatives)]
    .flat()
    .some(({ phrase }) => folder.isHeavy(phrase));
  const few = isHeavy ? await fewPages(folder, query) : null;
  if (few !== null) return findInTexts(folder, query, few);
  // All are asked for at once, so that what they read can travel together.
  const [whole, words] = await Promise.all([
    findAny(folder, query.whole),
    Promise.all(query.words.map((word) => findAny(folder, word.alternatives))),
  ]);
  return { whole, words };
}

/** The pages that may hold every word, when what is cheap to read tells that there are only a few; else null. */
async function fewPages(folder: OpenFolder, query: Query): Promise<readonly number[] | null> {
  const perWord = await Promise.all(
    query.words
      .filter(({ isOptional }) => !isOptional)
      .map(async ({ alternatives }) => {
        const perAlternative = await Promise.all(alternatives.map(({ phrase }) => folder.narrow(phrase)));
        const told = perAlternative.filter((pages) => pages !== null);
        return told.length < perAlternative.length ? null : new Set(told.flatMap((pages) => [...pages]));
      }),
  );
  const [smallest, ...others] = perWord.filter((pages) => pages !== null).sort((a, b) => a.size - b.size);
  if (smallest === undefined) return null;
  const few = [...smallest].filter((page) => others.every((pages) => pages.has(page)));
  return few.length <= pagesReadAtMost ? few : null;
}

async function findInTexts(
  folder: OpenFolder,
  query: Query,
  pages: readonly number[],
): Promise<FoundInFolder> {
  const lists = [query.whole, ...query.words.map(({ alternatives }) => alternatives)];
  const perWord = lists.map((alternatives) =>
    alternatives.map((alternative) => ({ alternative, pages: new Map<number, Occurrences>() })),
  );
  const all = perWord.flat();
  const phrases = all.map(({ alternative }) => alternative.phrase);
  await Promise.all(
    pages.map(async (page) => {
      const found = findInRecord(await folder.readRecord(page), phrases);
      for (const [index, occurrences] of found.entries()) {
        if (occurrences !== null) all[index]?.pages.set(page, occurrences);
      }
    }),
  );
  const [whole = foundWord([]), ...words] = perWord.map(foundWord);
  return { whole, words };
}

async function findAny(folder: OpenFolder, alternatives: readonly Alternative[]): Promise<FoundWord> {
  const ways = alternatives.map(async (alternative) => ({
    alternative,
    pages: await folder.findPhrase(alternative.phrase),
  }));
  return foundWord(await Promise.all(ways));
}

/** Among equals the current edition comes before older ones, and a real document before a model text. */
function standingFactors({ catalogue }: OpenFolder): (page: number) => number {
  const { values, ofPage } = catalogue.facets.ที่มา;
  const real = values.indexOf(provenanceLabels.documented);
  return (page) => {
    const numbers = ofPage[page] ?? [];
    const isReal = typeof numbers === 'number' ? numbers === real : numbers.includes(real);
    return (catalogue.current[page] === '1' ? 1 : 0.6) * (isReal ? 1 : 0.8);
  };
}

function tierOf(phrase: FoundWord, page: number): HitTier {
  let tier: HitTier = 'words';
  for (const { alternative, pages } of phrase.ways) {
    const occurrences = alternative.kind === 'typed' ? pages.get(page) : undefined;
    if (occurrences === undefined) continue;
    if (occurrences.weight >= blockWeights.title) return 'phrase-in-title';
    tier = 'phrase';
  }
  return tier;
}

function scoreOf(words: readonly FoundWord[], rarity: readonly number[], page: number): number {
  let score = 0;
  for (const [index, word] of words.entries()) score += (rarity[index] ?? 1) * strength(word, page);
  return score;
}

function strength({ ways }: FoundWord, page: number): number {
  let best = 0;
  for (const { alternative, pages } of ways) {
    const occurrences = pages.get(page);
    if (occurrences === undefined) continue;
    const { count, weight } = occurrences;
    const field = Math.sqrt(weight);
    best = Math.max(best, kindFactor[alternative.kind] * field * (count / (count + 1)) * 2);
  }
  return best;
}

function rarityOf(pagesWithWord: number, pages: number): number {
  return Math.log(1 + (pages - pagesWithWord + 0.5) / (pagesWithWord + 0.5));
}
