import type { Connection } from '../../../db/connection.ts';
import { countLines } from '../../../db/facets.ts';
import { countWorks, type ListedWork, type ListFilter, listWorks } from '../../../db/lists.ts';
import { findOuterMoments } from '../../../db/moments.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import type { FacetLine, ListOrder } from '../../domain/list-filter.ts';
import type { WorkType } from '../../domain/work.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { pastWorks } from './past-works.ts';

/** A filter with the day of its standings. */
export type DatedFilter = ListFilter & { readonly on: IsoDate };

/** The works that lists are made of, as the register held them at one moment. */
export type ListedWorks = {
  readonly count: (filter: DatedFilter) => Promise<number>;
  readonly list: (
    filter: DatedFilter,
    page: { readonly limit: number; readonly offset: number; readonly order: ListOrder },
  ) => Promise<readonly ListedWork[]>;
  /** How many fitting works each value of some lines has; lines without works are left out. */
  readonly countLines: (
    lines: readonly FacetLine[],
    filter: DatedFilter,
  ) => Promise<ReadonlyMap<FacetLine, ReadonlyMap<string, number>>>;
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
  read: Connection,
  type: WorkType | undefined,
  asOf: KnownAsOf,
): Promise<ListedWorks> => ((await isStillSo(read, asOf)) ? presentWorks(read) : pastWorks(read, type, asOf));

const presentWorks = (read: Connection): ListedWorks => ({
  count: (filter) => countWorks(read, filter),
  list: (filter, page) => listWorks(read, filter, page),
  countLines: (lines, filter) => countLines(read, lines, filter, filter.on),
});
