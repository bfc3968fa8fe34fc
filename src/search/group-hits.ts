import { type Hit, type HitGroup, hitTiers } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';

/** The hits by work, best work first. The current edition stands for its work, even if an older one answers better. */
export function groupByWork(hits: readonly Hit[]): readonly HitGroup[] {
  const ordered = hitTiers.flatMap((tier) => hits.filter((hit) => hit.tier === tier).sort(byScore));
  return worksOf(ordered).map(currentFirst);
}

/** Equals stand in the order of the index, whatever order they were found in. */
const byScore = (a: Hit, b: Hit): number => b.score - a.score || a.page - b.page;

/** The hits of each work, in the order in which the works and their hits come. */
export function worksOf(hits: readonly Hit[]): readonly HitGroup[] {
  const folders = new Map<OpenFolder, Map<number, [Hit, ...Hit[]]>>();
  const groups: [Hit, ...Hit[]][] = [];
  for (const hit of hits) {
    const work = hit.folder.catalogue.works[hit.page] ?? -1;
    const works = folders.get(hit.folder) ?? new Map<number, [Hit, ...Hit[]]>();
    if (works.size === 0) folders.set(hit.folder, works);
    const group = works.get(work);
    if (group !== undefined) {
      group.push(hit);
      continue;
    }
    const begun: [Hit, ...Hit[]] = [hit];
    works.set(work, begun);
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
