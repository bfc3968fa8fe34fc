import type { Register } from '../../../db/connection.ts';
import { orderByAddress } from '../../../db/works.ts';
import { accepted, type Result } from '../../domain/result.ts';
import { answerExactly } from '../../search/exact-answer.ts';
import type { HitGroup } from '../../search/hit.ts';
import type { QueryRefusal } from '../../search/query.ts';
import { filtersOf, type SearchRequest } from '../../search/search-request.ts';
import type { Answer } from '../../search/search-session.ts';
import { typeNames } from '../../search/type-names.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { openForSearchAsOf, type SearchedPast } from './searched-past.ts';

/** An answer as of a moment, with the register that it was found in. */
export type AnswerAsOf = Pick<SearchedPast, 'editionOf' | 'takenOut'> & { readonly answer: Answer };

/**
 * Answers a search as of a moment, with what stands in the texts as typed and nothing looser. The works come in the order
 * of their addresses, and of each work the edition that stands for it before the others, the newest first: an order in
 * which nothing that is published later takes part.
 * Refused: a query that is too long, too short or empty, or has too many parts.
 */
export function answerAsOf(
  register: Register,
  request: SearchRequest,
  asOf: KnownAsOf,
): Promise<Result<AnswerAsOf, QueryRefusal>> {
  const { q, chosen } = request;
  const key = JSON.stringify([q, chosen, asOf, register.revision()]);
  const last = remembered.get(register);
  const answer = last?.key === key ? last.answer : findAnswer(register, request, asOf);
  remembered.set(register, { key, answer });
  return answer;
}

type Remembered = { readonly key: string; readonly answer: Promise<Result<AnswerAsOf, QueryRefusal>> };

/** The last search: the parts of a file and the pages of an answer follow each other. */
const remembered = new WeakMap<Register, Remembered>();

async function findAnswer(
  register: Register,
  request: SearchRequest,
  asOf: KnownAsOf,
): Promise<Result<AnswerAsOf, QueryRefusal>> {
  const { folder, editionOf, takenOut } = await openForSearchAsOf(register, asOf);
  const answered = await answerExactly([folder], request.q, filtersOf(request, typeNames));
  if (!answered.ok) return answered;
  const { groups, ...answer } = answered.value;
  const workOf = ([{ page }]: HitGroup): number => folder.catalogue.works[page] ?? 0;
  const byWork = new Map(groups.map((group) => [workOf(group), newestFirst(group)]));
  const inOrder = orderByAddress(register.read, [...byWork.keys()]).flatMap((work) => {
    const group = byWork.get(work);
    return group === undefined ? [] : [group];
  });
  return accepted({ answer: { ...answer, groups: inOrder }, editionOf, takenOut });
}

const newestFirst = ([shown, ...others]: HitGroup): HitGroup => [
  shown,
  ...others.toSorted((a, b) => b.page - a.page),
];
