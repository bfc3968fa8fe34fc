import { z } from 'zod';
import {
  type CommitmentFacet,
  type CommitmentFilter,
  commitmentFacets,
  notSaid,
} from '../domain/commitment-list.ts';
import { spanStates } from '../domain/commitment-span.ts';
import { readBuddhistEraYear } from '../thai/buddhist-era.ts';
import { toArabicDigits } from '../thai/digits.ts';
import { provinceForm, yearForm } from './facets.ts';
import { readPage } from './list-query.ts';

/** What the address of the commitments asks for; `problems` are sentences about values that mean nothing. */
export type CommitmentQuery = {
  readonly filter: CommitmentFilter;
  readonly page: number;
  readonly problems: readonly string[];
  readonly wrong: readonly (CommitmentFacet | 'page')[];
  /** The same question as parameters in one fixed form, without the number of the page. */
  readonly query: Readonly<Record<string, string>>;
};

export const commitmentSentences: Readonly<Record<CommitmentFacet | 'page', string>> = {
  state: 'ไม่มีสถานะที่ระบุในที่อยู่',
  network: 'ไม่มีเครือข่ายที่ระบุในที่อยู่',
  domain: 'ไม่มีด้านที่ระบุในที่อยู่',
  year: 'อ่านปีในที่อยู่ไม่ได้ ปีต้องเป็นเลข 4 หลัก เช่น 2560',
  province: 'ไม่มีจังหวัดตามรหัสในที่อยู่ รหัสจังหวัดเป็นเลข 2 หลัก เช่น 56',
  evidence: 'อ่านปีของหลักฐานในที่อยู่ไม่ได้ ปีต้องเป็นเลข 4 หลัก เช่น 2560',
  page: 'อ่านเลขหน้าในที่อยู่ไม่ได้ เลขหน้าเริ่มจาก 1',
};

/** In which form each parameter is written. */
export const commitmentForms: Readonly<Record<CommitmentFacet, z.ZodType<string>>> = {
  state: z.enum(spanStates),
  network: z.string().regex(/^[a-z0-9-]{1,80}$/),
  domain: z
    .string()
    .max(200)
    .regex(/^\P{Cc}*$/u),
  year: z.union([yearForm, z.literal(notSaid)]),
  province: z.union([provinceForm, z.literal(notSaid)]),
  evidence: yearForm,
};

/** A value in its one form; null when it means nothing. */
function readValue(facet: CommitmentFacet, text: string): string | null {
  const plain = facet === 'domain' ? text : toArabicDigits(text);
  const parsed = commitmentForms[facet].safeParse(plain);
  if (!parsed.success) return null;
  const isYear = (facet === 'year' || facet === 'evidence') && parsed.data !== notSaid;
  return isYear ? (readBuddhistEraYear(parsed.data)?.toString() ?? null) : parsed.data;
}

/**
 * Reads one parameter for each facet, and `page` (from 1). A value that means nothing is left out and named.
 * @param exists whether there is such a province or such a network
 */
export function readCommitmentQuery(
  params: URLSearchParams,
  exists: (facet: 'province' | 'network', value: string) => boolean,
): CommitmentQuery {
  const wrong: (CommitmentFacet | 'page')[] = [];
  const filter: Partial<Record<CommitmentFacet, string>> = {};
  for (const facet of commitmentFacets) {
    const text = (params.get(facet) ?? '').trim();
    if (text === '') continue;
    const value = readValue(facet, text);
    const isNamed = (facet === 'province' || facet === 'network') && value !== null && value !== notSaid;
    if (value === null || (isNamed && !exists(facet, value))) wrong.push(facet);
    else filter[facet] = value;
  }
  const page = readPage(toArabicDigits((params.get('page') ?? '').trim()));
  if (page === null) wrong.push('page');
  return {
    filter,
    page: page ?? 1,
    problems: wrong.map((key) => commitmentSentences[key]),
    wrong,
    query: filter as Readonly<Record<string, string>>,
  };
}
