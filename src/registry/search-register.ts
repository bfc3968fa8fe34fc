import type { Register } from '../../db/connection.ts';
import { documentType } from '../catalogue/index.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { accepted, type Result } from '../domain/result.ts';
import type { WorkType } from '../domain/work.ts';
import type { FacetFilters } from '../search/facet-counts.ts';
import type { QueryRefusal } from '../search/query.ts';
import { type ResultView, viewResult } from '../search/result-view.ts';
import { type Answer, answerQuery } from '../search/search-session.ts';
import { openForSearch } from './steps/searched-register.ts';

/** What is asked of the register. */
export type RegisterSearch = {
  /** As typed. */
  readonly q: string;
  readonly type?: WorkType;
  /** Name of a province, as in the facet จังหวัด. */
  readonly province?: string;
  /** Buddhist-era year in Arabic digits. */
  readonly year?: string;
  /** Which editions answer: the current ones, the older ones, or any. */
  readonly editions?: 'current' | 'older' | 'any';
  /** From 1; a page past the end is empty. */
  readonly page?: number;
  readonly perPage?: number;
};

/** The whole answer, and one page of it as a visitor sees it. */
export type RegisterAnswer = {
  readonly answer: Answer;
  readonly results: readonly ResultView[];
  /** Works in the whole answer. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly perPage: number;
  /** The revision of the register that answered. */
  readonly revision: number;
};

/** Works on one page of an answer when nothing else is asked, and at most. */
export const resultsPerPage = 10;
export const mostResultsPerPage = 50;

/**
 * Searches the register itself: the same query, ladder and ranking as the search in the browser, over tokens that are
 * stored in the transaction of a publication. Withdrawn works are not found.
 * Refused: a query that is too long, too short or empty.
 */
export async function searchRegister(
  register: Register,
  asked: RegisterSearch,
  now: Instant,
): Promise<Result<RegisterAnswer, QueryRefusal>> {
  const { folder, revision } = await openForSearch(register, dayInThailand(now));
  const answered = await answerQuery([folder], asked.q, filtersOf(asked));
  if (!answered.ok) return answered;
  const answer = answered.value;
  const perPage = Math.min(asked.perPage ?? resultsPerPage, mostResultsPerPage);
  const page = asked.page ?? 1;
  const shown = answer.groups.slice((page - 1) * perPage, page * perPage);
  return accepted({
    answer,
    results: await Promise.all(shown.map(viewResult)),
    total: answer.groups.length,
    page,
    pages: Math.max(1, Math.ceil(answer.groups.length / perPage)),
    perPage,
    revision,
  });
}

function filtersOf({ type, province, year, editions = 'any' }: RegisterSearch): FacetFilters {
  return {
    ...(type === undefined ? {} : { ประเภท: documentType(type).label }),
    ...(province === undefined ? {} : { จังหวัด: province }),
    ...(year === undefined ? {} : { ปี: year }),
    ...(editions === 'any' ? {} : { ฉบับ: editions === 'current' ? 'ปัจจุบัน' : 'ก่อนหน้า' }),
  };
}
