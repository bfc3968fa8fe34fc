import { accepted, type Result, refused } from '../domain/result.ts';
import { withinBounds } from './bounded-folder.ts';
import { startEffort } from './effort.ts';
import { findAllWords } from './exact-rung.ts';
import type { FacetFilters } from './facet-counts.ts';
import type { OpenFolder } from './index-folder.ts';
import { parseQuery, type QueryRefusal } from './query.ts';
import { type Answer, answerOf } from './search-session.ts';

/**
 * Answers a query with what stands in the texts as typed, and nothing else of the ladder: whether an edition is found
 * hangs on that edition alone, so that the same question about the same editions has the same answer for ever. What
 * is left out hangs on all texts together: the other rungs, which read a list of words; the rule that words bound by และ
 * are one expression where most texts write them so; and the steps that a query may cost. How many tokens a query
 * looks up is told by the query, and one that looks up too many is refused instead of cut.
 */
export async function answerExactly(
  folders: readonly OpenFolder[],
  text: string,
  filters: FacetFilters,
): Promise<Result<Answer, QueryRefusal>> {
  const parsed = parseQuery(text);
  if (!parsed.ok) return parsed;
  const effort = startEffort(Number.POSITIVE_INFINITY);
  const hits = await findAllWords(
    parsed.value,
    folders.map((folder) => withinBounds(folder, effort)),
  );
  if (effort.hasLeftOut()) return refused({ code: 'query_too_many_parts' });
  const climbed = { rung: 'exact', hits, shown: null, suggestions: [], isCut: false } as const;
  return accepted(await answerOf(parsed.value, climbed, filters));
}
