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

function currentFirst(group: HitGroup): HitGroup {
  if (group.length === 1) return group;
  const current = group.find(({ folder, page }) => folder.catalogue.current[page] === '1');
  if (current === undefined) return group;
  return [current, ...group.filter((hit) => hit !== current)];
}
