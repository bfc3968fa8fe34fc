import type { Connection, Register } from '../../../db/connection.ts';
import { type ListedWork, type ListFilter, listWorks } from '../../../db/lists.ts';
import { findOuterMoments } from '../../../db/moments.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import type { FacetLine, ListOrder } from '../../domain/list-filter.ts';
import type { WorkType } from '../../domain/work.ts';
import type { KnownAsOf } from './as-of-now.ts';
import type { Tally } from './facet-table.ts';
import { pastWorks } from './past-works.ts';
import { tallyPresent } from './present-facets.ts';

/** A filter with the day of its standings. */
export type DatedFilter = ListFilter & { readonly on: IsoDate };

/** The works that lists are made of, as the register held them at one moment. */
export type ListedWorks = {
  readonly list: (
    filter: DatedFilter,
    page: { readonly limit: number; readonly offset: number; readonly order: ListOrder },
  ) => Promise<readonly ListedWork[]>;
  /** How many works fit, and how many each choice of some facets would show. */
  readonly tally: (filter: DatedFilter, lines: readonly FacetLine[]) => Promise<Tally>;
};

/** True as long as nothing was published or recorded after a moment. */
export async function isStillSo(read: Connection, asOf: KnownAsOf): Promise<boolean> {
  const last = (await findOuterMoments(read))?.last;
  return (last?.lastEdition ?? 0) === asOf.lastEdition && (last?.lastEvent ?? 0) === asOf.lastEvent;
}

/**
 * The works of lists as of a moment: from the tables as long as these tell that moment, else told from what was known.
 * @param type the one type that will be asked for, where it is only one
 */
export const worksAsOf = async (
  register: Register,
  type: WorkType | undefined,
  asOf: KnownAsOf,
): Promise<ListedWorks> =>
  (await isStillSo(register.read, asOf)) ? presentWorks(register) : pastWorks(register.read, type, asOf);

const presentWorks = (register: Register): ListedWorks => ({
  list: (filter, page) => listWorks(register.read, filter, page),
  tally: (filter, lines) => tallyPresent(register, filter, lines),
});
