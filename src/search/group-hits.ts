import { type Hit, type HitGroup, type HitTier, hitTiers } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';

/** The hits by work, best work first. The current edition stands for its work, even if an older one answers better. */
export function groupByWork(hits: readonly Hit[]): readonly HitGroup[] {
  return worksOf(inOrder(hits)).map(currentFirst);
}

/**
 * Best tier first, then best score; equals stay in the order of the index, whatever order they were found in. A common
 * word gives hits by the ten thousand with a handful of scores: they are laid in heaps and not compared one by one.
 */
function inOrder(hits: readonly Hit[]): readonly Hit[] {
  const heaps = new Map<HitTier, Map<number, Hit[]>>(hitTiers.map((tier) => [tier, new Map()]));
  for (const hit of hits) {
    const ofTier = heaps.get(hit.tier);
    const heap = ofTier?.get(hit.score);
    if (heap === undefined) ofTier?.set(hit.score, [hit]);
    else heap.push(hit);
  }
  return [...heaps.values()].flatMap((ofTier) =>
    [...ofTier].sort(([a], [b]) => b - a).flatMap(([, heap]) => inIndexOrder(heap)),
  );
}

function inIndexOrder(hits: readonly Hit[]): readonly Hit[] {
  const isSorted = hits.every(({ page }, at) => at === 0 || page >= (hits[at - 1]?.page ?? 0));
  return isSorted ? hits : [...hits].sort((a, b) => a.page - b.page);
}

/** The hits of each work, in the order in which the works and their hits come. */
export function worksOf(hits: readonly Hit[]): readonly HitGroup[] {
  const folders = new Map<OpenFolder, ([Hit, ...Hit[]] | undefined)[]>();
  const groups: [Hit, ...Hit[]][] = [];
  let folder: OpenFolder | null = null;
  // By number of the work; of full length from the start, because an array that is filled out of order is slow.
  let ofFolder: ([Hit, ...Hit[]] | undefined)[] = [];
  for (const hit of hits) {
    if (hit.folder !== folder) {
      folder = hit.folder;
      ofFolder = folders.get(folder) ?? new Array(folder.catalogue.works.length);
      folders.set(folder, ofFolder);
    }
    const work = folder.catalogue.works[hit.page] ?? 0;
    const group = ofFolder[work];
    if (group !== undefined) {
      group.push(hit);
      continue;
    }
    const begun: [Hit, ...Hit[]] = [hit];
    ofFolder[work] = begun;
    groups.push(begun);
  }
  return groups;
}

/**
 * The edition that stands for its work first: the current one; else the newest of those that answer most exactly. Which
 * it is hangs on nothing but the editions of the work.
 */
function currentFirst(group: HitGroup): HitGroup {
  if (group.length === 1) return group;
  const isCurrent = ({ folder, page }: Hit): boolean => folder.catalogue.current[page] === '1';
  const [best] = group;
  // Editions of a work are stored in the order of their numbers.
  const shown = group.find(isCurrent) ?? newest(group.filter(({ tier }) => tier === best.tier)) ?? best;
  return [shown, ...group.filter((hit) => hit !== shown)];
}

const newest = (hits: readonly Hit[]): Hit | undefined =>
  hits.reduce<Hit | undefined>(
    (latest, hit) => (latest === undefined || hit.page > latest.page ? hit : latest),
    undefined,
  );
