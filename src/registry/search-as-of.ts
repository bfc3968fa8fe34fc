import type { Register } from '../../db/connection.ts';
import { accepted, type Result } from '../domain/result.ts';
import type { QueryRefusal } from '../search/query.ts';
import type { SearchRequest } from '../search/search-request.ts';
import { typeNames } from '../search/type-names.ts';
import { answerAsOf } from './steps/answer-as-of.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import type { RegisterAnswer } from './steps/register-answer.ts';

/**
 * Searches the register as it was at a moment: the same works in the same order whenever it is asked, see `answerAsOf`.
 * Refused: a query that is too long, too short or empty, or has too many parts.
 */
export async function searchAsOf(
  register: Register,
  request: SearchRequest,
  asOf: KnownAsOf,
): Promise<Result<RegisterAnswer, QueryRefusal>> {
  const answered = await answerAsOf(register, request, asOf);
  return answered.ok
    ? accepted({ answer: answered.value.answer, types: typeNames, revision: null })
    : answered;
}
