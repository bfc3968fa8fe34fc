import type { APIRoute } from 'astro';
import { searchRegister } from '../../../registry/search-register.ts';
import { viewAnswer } from '../../../search/answer-view.ts';
import { refusalSentence } from '../../../search/sentences.ts';
import { readSearch } from './_read-search.ts';
import { searchDocument } from './_search-document.ts';

/**
 * `/api/v1/search?q=…&type=…&province=…&year=…&editions=…&page=…&perPage=…`: the search of the register as JSON. What
 * cannot be answered is a problem document (RFC 9457) with one sentence.
 */
export const GET: APIRoute = async ({ url, locals }) => {
  const { request, perPage, problems } = readSearch(url.searchParams);
  if (problems.length > 0) return problem('parameters_not_understood', problems.join(' '));
  const found = await searchRegister(locals.register, request, locals.now, locals.searchWords);
  if (!found.ok) return problem(found.refusal.code, refusalSentence(found.refusal));
  const { answer, types, revision } = found.value;
  const view = await viewAnswer(answer, request, types, [], perPage);
  const facts = { origin: locals.origin, perPage, rung: answer.rung, revision, asOf: locals.now };
  const answered = json(200, 'application/json', searchDocument(view, facts));
  // Slips are put right by the words of the index, which is built behind the register: such an answer is not kept.
  if (answer.rung !== 'exact') answered.headers.set('Cache-Control', 'no-store');
  return answered;
};

const problem = (code: string, sentence: string): Response =>
  json(400, 'application/problem+json', {
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    code,
    detail: sentence,
  });

const json = (status: number, contentType: string, value: object): Response =>
  new Response(`${JSON.stringify(value)}\n`, {
    status,
    headers: { 'Content-Type': `${contentType}; charset=utf-8` },
  });
