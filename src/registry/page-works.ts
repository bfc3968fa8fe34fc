import type { Register } from '../../db/connection.ts';
import type { ListFilter } from '../../db/lists.ts';
import type { FacetKey, ListOrder } from '../domain/list-filter.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { worksAsOf } from './steps/listed-works.ts';
import { type FacetCounts, nameFacets } from './steps/name-facets.ts';
import { type ExportedWorks, readWorks } from './steps/read-works.ts';

export type WorkPage = ExportedWorks & { readonly facets: readonly FacetCounts[] };

/**
 * One page of a list with all that a file tells of each work, and the counts that narrow the list further.
 * @param asked.page from 1; a page past the end is empty
 * @param asked.offers the facets to count, in this order
 */
export async function pageWorks(
  register: Register,
  filter: ListFilter,
  asked: {
    readonly page: number;
    readonly perPage: number;
    readonly order: ListOrder;
    readonly offers: readonly FacetKey[];
    readonly asOf: KnownAsOf;
  },
): Promise<WorkPage> {
  const { page, perPage, order, offers, asOf } = asked;
  const dated = { ...filter, on: asOf.day };
  const listed = await worksAsOf(register, offers.includes('type') ? undefined : filter.type, asOf);
  const { counts } = await listed.tally(dated, offers);
  const part = { offset: (page - 1) * perPage, limit: perPage };
  return {
    ...(await readWorks(register, filter, order, asOf, part)),
    facets: await nameFacets(register.read, counts, offers, dated),
  };
}
