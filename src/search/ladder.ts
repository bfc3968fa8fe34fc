import { findAllWords } from './exact-rung.ts';
import type { Hit } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { findAllParts, findBestCoverage } from './near-rungs.ts';
import type { Query } from './query.ts';

/** One way to answer a query. A rung is tried only when the rungs before it found nothing. */
export type Rung = {
  readonly name: RungName;
  readonly find: (query: Query, folders: readonly OpenFolder[]) => Promise<readonly Hit[]>;
};

/** exact: what was typed, in order or all words of it. parts: all of it, in pieces. coverage: the most of it. */
export type RungName = 'exact' | 'parts' | 'coverage';

/** The ladder. What is not exact is always named to the visitor, in `rungNotice`. */
export const ladder: readonly Rung[] = [
  { name: 'exact', find: findAllWords },
  { name: 'parts', find: findAllParts },
  { name: 'coverage', find: findBestCoverage },
];

/** Climbs until a rung finds something. The last rung's empty answer is the honest "none". */
export async function climb(
  query: Query,
  folders: readonly OpenFolder[],
): Promise<{ readonly rung: RungName; readonly hits: readonly Hit[] }> {
  for (const rung of ladder) {
    const hits = await rung.find(query, folders);
    if (hits.length > 0) return { rung: rung.name, hits };
  }
  return { rung: 'exact', hits: [] };
}
