import { searchRegister } from '../registry/search-register.ts';
import { type AnswerView, viewAnswer } from '../search/answer-view.ts';
import { findDirectAnswers } from '../search/direct-answers.ts';
import type { SearchRequest } from '../search/search-request.ts';
import { refusalSentence } from '../search/sentences.ts';

/** What the search page shows: nothing asked yet, an answer with or without works, or why there is none. */
export type SearchPage = {
  readonly state: 'idle' | 'results' | 'none' | 'refused';
  /** Empty when nothing was asked. */
  readonly sentence: string;
  readonly view: AnswerView | null;
};

/** Answers the address of the search page, as the browser would (`registry-search.ts`). */
export async function answerSearch(
  { register, now, searchWords }: Pick<App.Locals, 'register' | 'now' | 'searchWords'>,
  request: SearchRequest,
): Promise<SearchPage> {
  if (request.q === '') return { state: 'idle', sentence: '', view: null };
  const answered = await searchRegister(register, request, now, searchWords);
  if (!answered.ok) return { state: 'refused', sentence: refusalSentence(answered.refusal), view: null };
  const { answer, types } = answered.value;
  const view = await viewAnswer(answer, request, types, findDirectAnswers(request.q));
  return { state: view.works === 0 ? 'none' : 'results', sentence: view.status, view };
}
