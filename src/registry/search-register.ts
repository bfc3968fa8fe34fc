import type { Register } from '../../db/connection.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { accepted, type Result } from '../domain/result.ts';
import type { QueryRefusal } from '../search/query.ts';
import { filtersOf, type SearchRequest } from '../search/search-request.ts';
import { answerQuery } from '../search/search-session.ts';
import { typeNames } from '../search/type-names.ts';
import type { RegisterAnswer } from './steps/register-answer.ts';
import { openForSearch, type ReadWords } from './steps/searched-register.ts';

const noWords: ReadWords = async () => [];

/**
 * Searches the register itself: the same query, ladder and ranking as the search in the browser, over tokens that are
 * stored in the transaction of a publication. Withdrawn works are not found.
 * @param words by which slips are put right and questions without spaces parted; without it they are not
 * Refused: a query that is too long, too short or empty.
 */
export async function searchRegister(
  register: Register,
  request: SearchRequest,
  now: Instant,
  words: ReadWords = noWords,
): Promise<Result<RegisterAnswer, QueryRefusal>> {
  const { folder, revision } = await openForSearch(register, dayInThailand(now), words);
  const answered = await answerQuery([folder], request.q, filtersOf(request, typeNames));
  return answered.ok ? accepted({ answer: answered.value, types: typeNames, revision }) : answered;
}
