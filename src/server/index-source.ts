import type { Register } from '../../db/connection.ts';
import { addresses } from '../domain/addresses.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { findChangedWorks, indexPosition } from '../registry/find-changed-works.ts';
import { listSearchRecords } from '../registry/list-search-records.ts';
import type { IndexSource } from '../search/update-index.ts';

/** What the search index reads of a register; its revision is the position of the last change. */
export async function indexSourceOf(register: Register, now: Instant): Promise<IndexSource> {
  const position = await indexPosition(register);
  return {
    revision: () => position,
    changedWorkPaths: async (since) =>
      since > position ? null : (await findChangedWorks(register, since)).map(addresses.work),
    records: (options) => listSearchRecords(register, options, dayInThailand(now)),
  };
}
