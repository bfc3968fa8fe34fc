import type { DirectAnswer } from './direct-answers.ts';
import type { FacetCount } from './facet-counts.ts';
import { type ResultView, viewResult } from './result-view.ts';
import type { SearchRequest, TypeNames } from './search-request.ts';
import type { Answer } from './search-session.ts';
import { cutSentence, rungNotice, totalSentence } from './sentences.ts';
import type { Suggestion } from './suggestions.ts';

/** Results on one page of an answer. */
export const pageSize = 10;
/** Other queries offered at most. */
const mostSuggestions = 4;

/** One page of an answer, ready to be printed. */
export type AnswerView = {
  readonly request: SearchRequest;
  readonly types: TypeNames;
  /** The number of works found, in a sentence that stands alone: what a screen reader is told. */
  readonly status: string;
  readonly works: number;
  readonly pages: number;
  /** What a near answer is; null when the answer is exact. */
  readonly notice: string | null;
  /** That the query was cut, and what to do; null when all of it was looked for. */
  readonly cutNotice: string | null;
  /** Whether nothing was found as it was typed: all results are near ones then. */
  readonly isNear: boolean;
  /** Other queries to offer. */
  readonly suggestions: readonly Suggestion[];
  readonly results: readonly ResultView[];
  readonly facets: readonly FacetCount[];
  readonly directAnswers: readonly DirectAnswer[];
};

/**
 * Loads the records of the page that was asked for. Rejects when one cannot be read.
 * @param directAnswers shown on the first page only
 * @param size results on a page
 */
export async function viewAnswer(
  answer: Answer,
  request: SearchRequest,
  types: TypeNames,
  directAnswers: readonly DirectAnswer[],
  size = pageSize,
): Promise<AnswerView> {
  const { groups, query, rung, facets } = answer;
  const pages = Math.ceil(groups.length / size);
  const from = (request.page - 1) * size;
  const shown = groups.slice(from, from + size);
  const results = await Promise.all(shown.map((group) => viewResult(group, request.showsOlder)));
  const total = totalSentence(groups.length, query.typed);
  return {
    request,
    types,
    status:
      pages > 1 && results.length > 0 ? `${total} หน้า\u00a0${request.page}\u00a0จาก\u00a0${pages}` : total,
    works: groups.length,
    pages,
    cutNotice: answer.isCut ? cutSentence : null,
    notice: groups.length === 0 ? null : rungNotice(rung, query.typed, answer.shown),
    isNear: rung !== 'exact',
    suggestions: answer.suggestions.slice(0, mostSuggestions),
    results,
    facets,
    directAnswers: request.page === 1 ? directAnswers : [],
  };
}
