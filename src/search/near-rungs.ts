import type { Hit } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { toPhrase } from './phrase.ts';
import type { Alternative, Query } from './query.ts';
import { tokenSpan } from './tokens.ts';
import type { Unit } from './units.ts';

/** Positions in the query that are looked up at most, so that a long question costs a bounded number of files. */
const maxProbes = 60;

/**
 * Below this part of the query a page is not called near. A visitor who parted the words meant each of them, so
 * half is not enough there; a run of letters with one slip in it may lose half of its pieces.
 */
const minimumCoverage = { oneWord: 0.5, severalWords: 0.75 } as const;
const coverageSlack = 0.12;

/** One run of up to three neighbouring units of the query, with the numbers of the units it covers. */
type Probe = { readonly units: readonly PlainUnit[]; readonly first: number };
type PlainUnit = Pick<Unit, 'kind' | 'text'>;
type Candidate = { readonly folder: OpenFolder; readonly page: number; readonly probes: readonly Found[] };
type Found = { readonly index: number; readonly positions: Set<number> };

/** Pages that hold all of the query in pieces: what a question without spaces needs. */
export async function findAllParts(query: Query, folders: readonly OpenFolder[]): Promise<readonly Hit[]> {
  return keepCovered(query, folders, (coverage) => coverage >= 0.999);
}

/** Pages that hold most of the query; those that hold nearly as much as the best one are kept. */
export async function findBestCoverage(
  query: Query,
  folders: readonly OpenFolder[],
): Promise<readonly Hit[]> {
  const minimum = query.words.length === 1 ? minimumCoverage.oneWord : minimumCoverage.severalWords;
  return keepCovered(query, folders, (coverage, best) => coverage >= Math.max(minimum, best - coverageSlack));
}

async function keepCovered(
  query: Query,
  folders: readonly OpenFolder[],
  isKept: (coverage: number, best: number) => boolean,
): Promise<readonly Hit[]> {
  const probes = probesOf(query);
  const total = new Set(probes.flatMap(({ first, units }) => units.map((_, unit) => first + unit))).size;
  if (probes.length === 0) return [];
  const candidates = (await Promise.all(folders.map((folder) => probeFolder(folder, probes)))).flat();
  const rarity = probeRarity(candidates, probes.length, folders);
  const scored = candidates.map((candidate) => ({
    candidate,
    coverage: coveredUnits(candidate, probes) / total,
    score: scoreOf(candidate, rarity),
  }));
  const best = scored.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  return scored
    .filter(({ coverage }) => isKept(coverage, best))
    .map(({ candidate, score }) => ({
      folder: candidate.folder,
      page: candidate.page,
      tier: 'near' as const,
      score,
      found: candidate.probes.map(({ index }) => toAlternative(probes[index])),
    }));
}

function probesOf(query: Query): readonly Probe[] {
  const probes: Probe[] = [];
  let first = 0;
  for (const word of query.words) {
    const { units } = word.alternatives[0].phrase;
    for (let at = 0; at === 0 || at + tokenSpan <= units.length; at += 1) {
      const span = units.slice(at, at + tokenSpan);
      probes.push({ units: span, first: first + at });
    }
    first += units.length;
  }
  return probes.slice(0, maxProbes);
}

async function probeFolder(folder: OpenFolder, probes: readonly Probe[]): Promise<readonly Candidate[]> {
  const byPage = new Map<number, Found[]>();
  const places = await Promise.all(probes.map((probe) => folder.findPlaces(toPhrase(probe.units, false))));
  for (const [index, postings] of places.entries()) {
    for (const { page, positions } of postings) {
      const found = byPage.get(page) ?? [];
      const known = found.at(-1);
      if (known?.index === index) for (const position of positions) known.positions.add(position);
      else found.push({ index, positions: new Set(positions) });
      byPage.set(page, found);
    }
  }
  return [...byPage].map(([page, found]) => ({ folder, page, probes: found }));
}

function coveredUnits(candidate: Candidate, probes: readonly Probe[]): number {
  const covered = new Set<number>();
  for (const { index } of candidate.probes) {
    const probe = probes[index];
    if (probe === undefined) continue;
    for (const unit of probe.units.keys()) covered.add(probe.first + unit);
  }
  return covered.size;
}

function probeRarity(
  candidates: readonly Candidate[],
  probes: number,
  folders: readonly OpenFolder[],
): number[] {
  const pages = folders.reduce((sum, folder) => sum + folder.catalogue.works.length, 0);
  const counts = new Array<number>(probes).fill(0);
  for (const { probes: found } of candidates) {
    for (const { index } of found) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count) => Math.log(1 + pages / (count + 1)));
}

/** Rare pieces count more, and pieces that continue each other in the text as they do in the query count double. */
function scoreOf({ probes }: Candidate, rarity: readonly number[]): number {
  let score = 0;
  for (const [at, { index, positions }] of probes.entries()) {
    const next = probes[at + 1];
    const continues =
      next?.index === index + 1 && [...positions].some((position) => next.positions.has(position + 1));
    score += (rarity[index] ?? 0) * (continues ? 2 : 1);
  }
  return score;
}

function toAlternative(probe: Probe | undefined): Alternative {
  const units = probe?.units ?? [];
  return { kind: 'typed', written: units.map(({ text }) => text).join(''), phrase: toPhrase(units, false) };
}
