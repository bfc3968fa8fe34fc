import type { Result } from '../domain/result.ts';
import { countFacets, type FacetCount, type FacetFilters, passes } from './facet-counts.ts';
import { startTurns } from './give-way.ts';
import { groupByWork, worksOf } from './group-hits.ts';
import type { HitGroup } from './hit.ts';
import { type OpenFolder, openFolder, type ReadFile } from './index-folder.ts';
import { type Climbed, climb } from './ladder.ts';
import { manifestName, parseManifest, type SearchManifest } from './manifest.ts';
import { parseQuery, type Query, type QueryRefusal } from './query.ts';
import type { TypeNames } from './search-request.ts';

/** The whole answer to a query, best first. Records are not loaded yet. */
export type Answer = Pick<Climbed, 'rung' | 'shown' | 'suggestions' | 'isCut'> & {
  readonly query: Query;
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

/** Thrown when the register holds something newer than its index shows, or no longer holds what it shows. */
export class IndexBehind extends Error {
  override readonly name = 'IndexBehind';
}

/**
 * Opens the current generation. Rejects when a file cannot be read: the index was never built, or a network failed;
 * and with `IndexBehind` when the register is to be asked itself.
 */
export async function openSession(readFile: ReadFile): Promise<SearchSession> {
  const manifest = parseManifest(new TextDecoder().decode(await readFile(manifestName)));
  if (manifest.isBehind === true) throw new IndexBehind('the search index is behind the register');
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
  return { ok: true, value: await answerOf(parsed.value, await climb(parsed.value, folders), filters) };
}

/** The answer that was found, narrowed, counted and grouped by work, the best work first. */
export async function answerOf(
  query: Query,
  { hits, ...climbed }: Climbed,
  filters: FacetFilters,
): Promise<Answer> {
  const giveWay = startTurns();
  const isNarrowed = Object.keys(filters).length > 0;
  const groups = groupByWork(isNarrowed ? hits.filter((hit) => passes(hit, filters)) : hits);
  await giveWay();
  const facets = countFacets(isNarrowed ? worksOf(hits) : groups, filters);
  return { query, ...climbed, groups, facets };
}
