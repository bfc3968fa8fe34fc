import type { Occurrences } from './adjacency.ts';
import { findInRecord, weightUnit } from './find-in-record.ts';
import type { Hit, HitTier } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { blockWeights } from './page-html.ts';
import type { Alternative, Query, QueryWord } from './query.ts';
import { provenanceLabels } from './search-record.ts';

const titleWeight = blockWeights.title * weightUnit;

/** How much an alternative counts beside the word as typed. */
const kindFactor: Readonly<Record<Alternative['kind'], number>> = {
  typed: 1,
  'other-name': 0.8,
  'other-era': 0.7,
  corrected: 0.9,
};

type Found = { readonly alternative: Alternative; readonly occurrences: Occurrences };
type FoundByPage = ReadonlyMap<number, readonly Found[]>;

/** What each word of a query finds in one folder, and what all of them find as one run. */
type FoundInFolder = { readonly whole: FoundByPage; readonly words: readonly FoundByPage[] };

/**
 * So few pages are read rather than the large files of common words: their texts come to less, and are shown anyway.
 */
const pagesReadAtMost = 12;

/** The pages with every word of the query, those with all words in one run first. */
export async function findAllWords(query: Query, folders: readonly OpenFolder[]): Promise<readonly Hit[]> {
  const perFolder = await Promise.all(
    folders.map(async (folder) => ({ folder, ...(await findInFolder(folder, query)) })),
  );
  const pages = folders.reduce((sum, folder) => sum + folder.catalogue.works.length, 0);
  const rarity = query.words.map((_, index) =>
    rarityOf(
      perFolder.reduce((sum, { words }) => sum + (words[index]?.size ?? 0), 0),
      pages,
    ),
  );
  return perFolder.flatMap(({ folder, whole, words }) => {
    const [first, ...rest] = words.filter((_, index) => query.words[index]?.isOptional === false);
    if (first === undefined) return [];
    const complete = [...first.keys()].filter((page) => rest.every((word) => word.has(page)));
    const all = new Set([...complete, ...whole.keys()]);
    return [...all].map((page) => toHit(folder, page, whole.get(page), words, rarity, query.words));
  });
}

async function findInFolder(folder: OpenFolder, query: Query): Promise<FoundInFolder> {
  const isHeavy = query.words.some(({ alternatives }) =>
    alternatives.some(({ phrase }) => folder.isHeavy(phrase)),
  );
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
  const [whole = new Map(), ...words] = lists.map(() => new Map<number, readonly Found[]>());
  await Promise.all(
    pages.map(async (page) => {
      const record = await folder.readRecord(page);
      for (const [index, alternatives] of lists.entries()) {
        const occurrences = findInRecord(
          record,
          alternatives.map(({ phrase }) => phrase),
        );
        const found = alternatives.flatMap((alternative, at) => {
          const here = occurrences[at] ?? null;
          return here === null ? [] : [{ alternative, occurrences: here }];
        });
        if (found.length > 0) (index === 0 ? whole : words[index - 1])?.set(page, found);
      }
    }),
  );
  return { whole, words };
}

async function findAny(folder: OpenFolder, alternatives: readonly Alternative[]): Promise<FoundByPage> {
  const byPage = new Map<number, Found[]>();
  const perAlternative = await Promise.all(
    alternatives.map(async (alternative) => ({
      alternative,
      pages: await folder.findPhrase(alternative.phrase),
    })),
  );
  for (const { alternative, pages } of perAlternative) {
    for (const [page, occurrences] of pages) {
      const known = byPage.get(page);
      if (known === undefined) byPage.set(page, [{ alternative, occurrences }]);
      else known.push({ alternative, occurrences });
    }
  }
  return byPage;
}

function toHit(
  folder: OpenFolder,
  page: number,
  whole: readonly Found[] | undefined,
  words: readonly FoundByPage[],
  rarity: readonly number[],
  queryWords: readonly QueryWord[],
): Hit {
  const perWord = words.map((word) => word.get(page) ?? []);
  const score = perWord.reduce((sum, found, index) => sum + (rarity[index] ?? 1) * strength(found), 0);
  // A single word is its own phrase; of several words only the run of all of them is.
  const phrase = whole ?? (queryWords.length === 1 ? (perWord[0] ?? []) : []);
  return {
    folder,
    page,
    tier: tierOf(phrase),
    score: (score + strength(phrase)) * standingFactor(folder, page),
    // Asked only of the hits that are shown.
    get found() {
      return [...new Set([...(whole ?? []), ...perWord.flat()].map(({ alternative }) => alternative))];
    },
  };
}

/** Among equals the current edition comes before older ones, and a real document before a model text. */
function standingFactor({ catalogue }: OpenFolder, page: number): number {
  const { values, ofPage } = catalogue.facets.ที่มา;
  const real = values.indexOf(provenanceLabels.documented);
  const numbers = ofPage[page] ?? [];
  const isReal = typeof numbers === 'number' ? numbers === real : numbers.includes(real);
  return (catalogue.current[page] === '1' ? 1 : 0.6) * (isReal ? 1 : 0.8);
}

function tierOf(phrase: readonly Found[]): HitTier {
  let tier: HitTier = 'words';
  for (const { alternative, occurrences } of phrase) {
    if (alternative.kind !== 'typed') continue;
    if (occurrences.weight >= titleWeight) return 'phrase-in-title';
    tier = 'phrase';
  }
  return tier;
}

function strength(found: readonly Found[]): number {
  let best = 0;
  for (const { alternative, occurrences } of found) {
    const { count, weight } = occurrences;
    const field = Math.sqrt(weight / weightUnit);
    best = Math.max(best, kindFactor[alternative.kind] * field * (count / (count + 1)) * 2);
  }
  return best;
}

function rarityOf(pagesWithWord: number, pages: number): number {
  return Math.log(1 + (pages - pagesWithWord + 0.5) / (pagesWithWord + 0.5));
}
