import type { Register } from '../../db/connection.ts';
import {
  countByProvince,
  countByYear,
  countWorks,
  type ListFilter,
  listWorks as readList,
} from '../../db/lists.ts';
import { type CountedPlace, listPlacesIn } from '../../db/places.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';

/** Works shown on one page of a list. */
export const pageSize = 30;

export type WorkList = {
  readonly works: readonly DescribedWork[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Provinces that have works of this list, with their counts, in Thai order. */
  readonly provinces: readonly CountedPlace[];
  readonly years: readonly { readonly year: number; readonly total: number }[];
};

/**
 * One page of the current editions that fit a filter, with the counts that narrow it further. A facet's
 * counts leave out its own choice, so that another value can be chosen.
 * @param page from 1; a page past the end is empty
 */
export async function listWorks(
  register: Register,
  filter: ListFilter,
  page: number,
  now: Instant,
): Promise<WorkList> {
  const { read } = register;
  const { place: _place, ...anyPlace } = filter;
  const { year: _year, ...anyYear } = filter;
  const total = await countWorks(read, filter);
  const works = await readList(read, filter, { limit: pageSize, offset: (page - 1) * pageSize });
  const counts = await countByProvince(read, anyPlace);
  const provinces = await listPlacesIn(read, null);
  return {
    works: await describeWorks(register, works, now),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    provinces: provinces
      .map((province) => ({ ...province, works: counts.get(province.code) ?? 0 }))
      .filter((province) => province.works > 0),
    years: await countByYear(read, anyYear),
  };
}
