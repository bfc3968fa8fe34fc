import type { Register } from '../../db/connection.ts';
import type { ListFilter } from '../../db/lists.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { FacetKey, ListOrder } from '../domain/list-filter.ts';
import { asOfNow, type KnownAsOf } from './steps/as-of-now.ts';
import { type DescribedWork, describeWorksOn } from './steps/describe-works.ts';
import { worksAsOf } from './steps/listed-works.ts';
import { type FacetCounts, nameFacets } from './steps/name-facets.ts';

export type { FacetCounts } from './steps/name-facets.ts';

/** Works shown on one page of a list. */
export const pageSize = 30;

export type WorkList = {
  readonly works: readonly DescribedWork[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly facets: readonly FacetCounts[];
  /** As of when all this is so; asked for again as of then, it is the same. */
  readonly asOf: KnownAsOf;
};

/**
 * One page of the current editions that fit a filter, with the counts that narrow it further. A facet's
 * counts leave out its own choice, so that another value can be chosen. Standings are those of the day.
 * @param asked.page from 1; a page past the end is empty
 * @param asked.offers the facets to count, in this order
 * @param asked.asOf a moment of the past; now where it is left out
 */
export async function listWorks(
  register: Register,
  filter: ListFilter,
  asked: {
    readonly page: number;
    readonly order: ListOrder;
    readonly offers: readonly FacetKey[];
    readonly asOf?: KnownAsOf | null;
  },
  now: Instant,
): Promise<WorkList> {
  const { read } = register;
  const { page, order, offers } = asked;
  const asOf = asked.asOf ?? (await asOfNow(register, now));
  const dated = { ...filter, on: asOf.day };
  const listed = await worksAsOf(register, offers.includes('type') ? undefined : filter.type, asOf);
  const works = await listed.list(dated, { limit: pageSize, offset: (page - 1) * pageSize, order });
  const { total, counts } = await listed.tally(dated, offers);
  return {
    works: await describeWorksOn(register, works, asOf),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    facets: await nameFacets(read, counts, offers, dated),
    asOf,
  };
}
