import type { Result } from '../domain/result.ts';
import { countFacets, type FacetCount, type FacetFilters, passes } from './facet-counts.ts';
import { type Hit, hitTiers, workKey } from './hit.ts';
import { type OpenFolder, openFolder, type ReadFile } from './index-folder.ts';
import { climb, type RungName } from './ladder.ts';
import { manifestName, parseManifest, type SearchManifest } from './manifest.ts';
import { parseQuery, type Query, type QueryRefusal } from './query.ts';
import type { TypeNames } from './search-request.ts';

/** A work that answers a query: its best edition first, then its other editions that answer too. */
export type HitGroup = readonly [Hit, ...Hit[]];

/** The whole answer to a query, best first. Records are not loaded yet. */
export type Answer = {
  readonly query: Query;
  readonly rung: RungName;
  readonly groups: readonly HitGroup[];
  readonly facets: readonly FacetCount[];
};

/** One generation of the index, opened. Everything read through it is immutable. */
export type SearchSession = {
  readonly manifest: SearchManifest;
  /** The document types of the index. */
  readonly types: TypeNames;
  readonly answer: (text: string, filters: FacetFilters) => Promise<Result<Answer, QueryRefusal>>;
};

/** Opens the current generation. Rejects when a file cannot be read: the index was never built, or a network failed. */
export async function openSession(readFile: ReadFile): Promise<SearchSession> {
  const manifest = parseManifest(new TextDecoder().decode(await readFile(manifestName)));
  const parts = [...manifest.shards, ...(manifest.delta === null ? [] : [manifest.delta])];
  const folders = await Promise.all(
    parts.map(({ dir }) => openFolder(dir, manifest.hide[dir] ?? [], readFile)),
  );
  const labels = Object.assign({}, ...folders.map(({ catalogue }) => catalogue.typeLabels)) as Record<
    string,
    string
  >;
  return {
    manifest,
    types: Object.entries(labels).map(([type, label]) => ({ type, label })),
    answer: (text, filters) => answerQuery(folders, text, filters),
  };
}

/** Answers a query from opened folders: climbs the ladder, filters, counts and groups. */
export async function answerQuery(
  folders: readonly OpenFolder[],
  text: string,
  filters: FacetFilters,
): Promise<Result<Answer, QueryRefusal>> {
  const parsed = parseQuery(text);
  if (!parsed.ok) return parsed;
  const query = parsed.value;
  const { rung, hits } = await climb(query, folders);
  const kept = hits.filter((hit) => passes(hit, filters));
  return {
    ok: true,
    value: { query, rung, groups: groupByWork(kept), facets: countFacets(hits, filters) },
  };
}

function groupByWork(hits: readonly Hit[]): readonly HitGroup[] {
  const groups = new Map<string, [Hit, ...Hit[]]>();
  for (const hit of [...hits].sort(byMerit)) {
    const key = workKey(hit);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [hit]);
    else group.push(hit);
  }
  return [...groups.values()].map(currentFirst);
}

function byMerit(a: Hit, b: Hit): number {
  return hitTiers.indexOf(a.tier) - hitTiers.indexOf(b.tier) || b.score - a.score;
}

/** The current edition stands for its work when it answers the query, even if an older one answers it better. */
function currentFirst(group: HitGroup): HitGroup {
  const current = group.find(({ folder, page }) => folder.catalogue.current[page] === '1');
  if (current === undefined) return group;
  return [current, ...group.filter((hit) => hit !== current)];
}
