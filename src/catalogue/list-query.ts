import { type FacetKey, type ListFilter, type ListOrder, listOrders } from '../domain/list-filter.ts';
import type { WorkType } from '../domain/work.ts';
import { toArabicDigits } from '../thai/digits.ts';
import { chosenValue, facets } from './facets.ts';

/** What the address of a list may say, one parameter each. */
export type ListParameter = FacetKey | 'page' | 'sort';

/** What the address of a list asks for; `problems` are sentences about values that mean nothing, which are `wrong`. */
export type ListQuery = {
  readonly filter: ListFilter;
  readonly page: number;
  readonly order: ListOrder;
  readonly problems: readonly string[];
  readonly wrong: readonly ListParameter[];
  /** The same question as parameters in one fixed form, without the number of the page. */
  readonly query: Readonly<Record<string, string>>;
};

/** What is said about a value that means nothing. */
export const listSentences: Readonly<Record<ListParameter, string>> = {
  type: 'ไม่มีเอกสารประเภทที่ระบุในที่อยู่',
  province: 'ไม่มีจังหวัดตามรหัสในที่อยู่ รหัสจังหวัดเป็นเลข 2 หลัก เช่น 56',
  year: 'อ่านปีในที่อยู่ไม่ได้ ปีต้องเป็นเลข 4 หลัก เช่น 2560',
  topic: 'ไม่มีประเด็นที่ระบุในที่อยู่',
  standing: 'ไม่มีสถานะที่ระบุในที่อยู่',
  evidence: 'ไม่มีระดับหลักฐานที่ระบุในที่อยู่',
  provenance: 'ไม่มีที่มาที่ระบุในที่อยู่',
  results: 'ผลของกรณีตัวอย่างในที่อยู่ต้องเป็น stated expected หรือ unstated',
  reports: 'งวดรายงานในที่อยู่เลือกได้เฉพาะ overdue',
  page: 'อ่านเลขหน้าในที่อยู่ไม่ได้ เลขหน้าเริ่มจาก 1',
  sort: 'ไม่มีลำดับการเรียงที่ระบุในที่อยู่',
};

/**
 * Reads one parameter for each facet, in either kind of digit, with `sort` and `page` (from 1). A value that
 * means nothing is left out of the filter and named in `problems`.
 * @param base what the list is narrowed to by its own address
 * @param exists whether there is such a province (two digits) or such a topic (`scheme/term`)
 */
export function readListQuery(
  base: WorkType | ListFilter,
  params: URLSearchParams,
  exists: (value: string, key: 'province' | 'topic') => boolean,
): ListQuery {
  const own: ListFilter = typeof base === 'string' ? { type: base } : base;
  const wrong: ListParameter[] = [];
  const read: Record<string, string | number> = {};
  const query: Record<string, string> = {};
  for (const facet of facets.filter(({ field }) => own[field] === undefined)) {
    const text = (params.get(facet.key) ?? '').trim();
    const value = text === '' ? null : facet.read(text);
    const isMissing =
      (facet.key === 'province' || facet.key === 'topic') &&
      value !== null &&
      !exists(String(value), facet.key);
    if (text !== '' && (value === null || isMissing)) wrong.push(facet.key);
    else if (value !== null) read[facet.field] = value;
  }
  const filter: ListFilter = { ...own, ...read };
  for (const facet of facets.filter(({ field }) => own[field] === undefined)) {
    const value = chosenValue(filter, facet);
    if (value !== null) query[facet.key] = value;
  }
  const order = readOrder((params.get('sort') ?? '').trim());
  if (order === null) wrong.push('sort');
  else if (order !== 'title') query['sort'] = order;
  const page = readPage(toArabicDigits((params.get('page') ?? '').trim()));
  if (page === null) wrong.push('page');
  return {
    filter,
    page: page ?? 1,
    order: order ?? 'title',
    problems: wrong.map((key) => listSentences[key]),
    wrong,
    query,
  };
}

const readOrder = (text: string): ListOrder | null =>
  text === '' ? 'title' : (listOrders.find((order) => order === text) ?? null);

/** The number of a page, from 1; null when it is none. */
export function readPage(text: string): number | null {
  if (text === '') return 1;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
