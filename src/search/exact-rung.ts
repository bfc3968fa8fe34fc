import type { Occurrences } from './adjacency.ts';
import type { Hit, HitTier } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { blockWeights } from './page-html.ts';
import type { Alternative, Query, QueryWord } from './query.ts';
import { provenanceLabels } from './search-record.ts';

/** Pagefind stores weights as 24 times the weight of the block. */
const weightUnit = 24;
const titleWeight = blockWeights.title * weightUnit;

/** How much an alternative counts beside the word as typed. */
const kindFactor: Readonly<Record<Alternative['kind'], number>> = {
  typed: 1,
  'other-name': 0.8,
  'other-era': 0.7,
};

type Found = { readonly alternative: Alternative; readonly occurrences: Occurrences };
type FoundByPage = ReadonlyMap<number, readonly Found[]>;

/** The pages with every word of the query, those with all words in one run first. */
export async function findAllWords(query: Query, folders: readonly OpenFolder[]): Promise<readonly Hit[]> {
  const perFolder = await Promise.all(
    folders.map(async (folder) => {
      // Both are asked for at once, so that what they read can travel together.
      const [whole, words] = await Promise.all([
        findAny(folder, query.whole),
        Promise.all(query.words.map((word) => findAny(folder, word.alternatives))),
      ]);
      return { folder, whole, words };
    }),
  );
  const pages = folders.reduce((sum, folder) => sum + folder.catalogue.works.length, 0);
  const rarity = query.words.map((_, index) =>
    rarityOf(
      perFolder.reduce((sum, { words }) => sum + (words[index]?.size ?? 0), 0),
      pages,
    ),
  );
  return perFolder.flatMap(({ folder, whole, words }) => {
    const [first, ...rest] = words;
    if (first === undefined) return [];
    const complete = [...first.keys()].filter((page) => rest.every((word) => word.has(page)));
    const all = new Set([...complete, ...whole.keys()]);
    return [...all].map((page) => toHit(folder, page, whole.get(page), words, rarity, query.words));
  });
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
    found: [...new Set([...(whole ?? []), ...perWord.flat()].map(({ alternative }) => alternative))],
  };
}

/** Among equals the current edition comes before older ones, and a real document before a model text. */
function standingFactor({ catalogue }: OpenFolder, page: number): number {
  const { values, ofPage } = catalogue.facets.ที่มา;
  const isReal = [ofPage[page] ?? []].flat().some((index) => values[index] === provenanceLabels.documented);
  return (catalogue.current[page] === '1' ? 1 : 0.6) * (isReal ? 1 : 0.8);
}

function tierOf(phrase: readonly Found[]): HitTier {
  const typed = phrase.filter(({ alternative }) => alternative.kind === 'typed');
  if (typed.some(({ occurrences }) => occurrences.weight >= titleWeight)) return 'phrase-in-title';
  return typed.length > 0 ? 'phrase' : 'words';
}

function strength(found: readonly Found[]): number {
  return found.reduce((best, { alternative, occurrences }) => {
    const { count, weight } = occurrences;
    const field = Math.sqrt(weight / weightUnit);
    return Math.max(best, kindFactor[alternative.kind] * field * (count / (count + 1)) * 2);
  }, 0);
}

function rarityOf(pagesWithWord: number, pages: number): number {
  return Math.log(1 + (pages - pagesWithWord + 0.5) / (pagesWithWord + 0.5));
}
