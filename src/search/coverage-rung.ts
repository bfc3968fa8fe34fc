import type { FoundPages, Pages } from './adjacency.ts';
import type { Hit } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { type Phrase, toPhrase } from './phrase.ts';
import type { Alternative, Query, QueryWord } from './query.ts';
import { tokenSpan } from './tokens.ts';

/** Pieces of a query that are looked up at most; of a longer one every second or third is. */
const maxProbes = 24;

/** Below this part of the letters a page is not called near: one slip can cost a word half of its pieces. */
const minimumCoverage = 0.6;
const coverageSlack = 0.12;

/** A run longer than this, in units, is a sentence: pieces of three letters of it stand in any text. */
const longestRun = 18;

/** Part of the weight of all words that a page must hold; rare words weigh more. */
const minimumWeight = 0.6;

/**
 * Pages with the most of some words, by how rare the words are. A word that stands nowhere weighs as much as the
 * others do on average: one of three can be missing, one of two cannot.
 */
export async function findMostWords(
  words: readonly QueryWord[],
  folders: readonly OpenFolder[],
): Promise<readonly Hit[]> {
  const asked = words.filter(({ isOptional }) => !isOptional);
  const pages = folders.reduce((sum, folder) => sum + folder.catalogue.works.length, 0);
  const perFolder = await Promise.all(
    folders.map(async (folder) => ({
      folder,
      perWord: await Promise.all(asked.map(async ({ alternatives }) => findAnyOf(folder, alternatives))),
    })),
  );
  const weights = asked.map((_, index) => {
    const found = perFolder.reduce((sum, { perWord }) => sum + (perWord[index]?.size ?? 0), 0);
    return found === 0 ? 0 : Math.log(1 + pages / found);
  });
  const known = weights.reduce((sum, weight) => sum + weight, 0);
  const knownWords = weights.filter((weight) => weight > 0).length;
  const total = knownWords === 0 ? 0 : (known * weights.length) / knownWords;
  if (total === 0) return [];
  const scored = perFolder.flatMap(({ folder, perWord }) =>
    [...scoresOf(perWord, weights)].map(([page, score]) => ({ folder, perWord, page, score })),
  );
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  return scored
    .filter(({ score }) => score >= minimumWeight * total && score >= best * 0.95)
    .map(({ folder, perWord, page, score }) => {
      const held = asked.filter((_, index) => perWord[index]?.has(page) === true);
      const found = held.map((word) => word.alternatives[0]);
      return { folder, page, tier: 'near' as const, score, foundIn: () => found };
    });
}

/** The weights of the words that each page holds, together: of common words there are pages by the ten thousand. */
function scoresOf(perWord: readonly Pages[], weights: readonly number[]): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const [index, pages] of perWord.entries()) {
    const weight = weights[index] ?? 0;
    for (const page of pages.keys()) scores.set(page, (scores.get(page) ?? 0) + weight);
  }
  return scores;
}

async function findAnyOf(folder: OpenFolder, alternatives: readonly Alternative[]): Promise<Pages> {
  const found = await Promise.all(alternatives.map(({ phrase }) => folder.findPhrase(phrase)));
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only;
  return new Set(found.flatMap((pages) => [...pages.keys()]));
}

/** One run of up to three neighbouring units of the query. `units` has a bit for each of its units. */
type Probe = { readonly phrase: Phrase; readonly units: number };

/** `probes` has a bit for each probe that the page holds. */
type Candidate = { readonly folder: OpenFolder; readonly page: number; readonly probes: number };

/**
 * Pages that hold most of the letters of a query of one word; those that hold nearly as much as the best one are kept.
 * A visitor who parted words meant each of them: a page with a part of them is no answer.
 */
export async function findBestCoverage(
  query: Query,
  folders: readonly OpenFolder[],
): Promise<readonly Hit[]> {
  const [word, ...others] = query.words;
  const isTooLong = word.alternatives[0].phrase.units.length > longestRun;
  if (others.length > 0 || word.isQuoted || isTooLong) return [];
  const probes = probesOf(query);
  const coverageOf = coverageBy(probes);
  const total = coverageOf(2 ** probes.length - 1);
  if (total === 0) return [];
  const candidates = (await Promise.all(folders.map((folder) => probeFolder(folder, probes)))).flat();
  const rarity = probeRarity(candidates, probes.length, folders);
  const best = candidates.reduce((most, candidate) => Math.max(most, coverageOf(candidate.probes)), 0);
  const least = Math.max(minimumCoverage, best / total - coverageSlack);
  return candidates
    .filter((candidate) => coverageOf(candidate.probes) / total >= least)
    .map(({ folder, page, probes: held }) => {
      const found = numbersIn(held);
      return {
        folder,
        page,
        tier: 'near' as const,
        score: found.reduce((sum, index) => sum + (rarity[index] ?? 0), 0),
        foundIn: () => found.map((index) => toAlternative(probes[index]?.phrase)),
      };
    });
}

function probesOf({ words: [word] }: Query): readonly Probe[] {
  const { units } = word.alternatives[0].phrase;
  const starts = units.map((_, at) => at).filter((at) => at === 0 || at + tokenSpan <= units.length);
  const step = Math.ceil(starts.length / maxProbes);
  return starts
    .filter((_, index) => index % step === 0)
    .map((at) => {
      const run = units.slice(at, at + tokenSpan);
      return { phrase: toPhrase(run, false), units: (2 ** run.length - 1) << at };
    });
}

async function probeFolder(folder: OpenFolder, probes: readonly Probe[]): Promise<readonly Candidate[]> {
  const byPage = new Map<number, number>();
  const perProbe = await Promise.all(
    probes.map(({ phrase }): Promise<FoundPages> => folder.findPhrase(phrase)),
  );
  for (const [index, pages] of perProbe.entries()) {
    for (const page of pages.keys()) byPage.set(page, (byPage.get(page) ?? 0) | (1 << index));
  }
  return Array.from(byPage, ([page, held]) => ({ folder, page, probes: held }));
}

/** How many units of the query some probes cover together. Of all pages only a few different sets of probes are held. */
function coverageBy(probes: readonly Probe[]): (held: number) => number {
  const known = new Map<number, number>();
  return (held) => {
    const told = known.get(held);
    if (told !== undefined) return told;
    const units = numbersIn(held).reduce((all, index) => all | (probes[index]?.units ?? 0), 0);
    const covered = numbersIn(units).length;
    known.set(held, covered);
    return covered;
  };
}

/** The numbers of the bits that are set, ascending. */
function numbersIn(bits: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = 0; bits >> number !== 0; number += 1) if ((bits >> number) & 1) numbers.push(number);
  return numbers;
}

/** Rare pieces count more. */
function probeRarity(
  candidates: readonly Candidate[],
  probes: number,
  folders: readonly OpenFolder[],
): readonly number[] {
  const pages = folders.reduce((sum, folder) => sum + folder.catalogue.works.length, 0);
  return Array.from({ length: probes }, (_, index) => {
    const count = candidates.reduce((sum, candidate) => sum + ((candidate.probes >> index) & 1), 0);
    return Math.log(1 + pages / (count + 1));
  });
}

function toAlternative(phrase: Phrase = { units: [], isOpen: false }): Alternative {
  return { kind: 'piece', written: phrase.units.map(({ text }) => text).join(''), phrase };
}
