import type { Register } from '../../db/connection.ts';
import { addresses } from '../domain/addresses.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { findChangedWorks, indexPosition } from '../registry/find-changed-works.ts';
import { listSearchRecords } from '../registry/list-search-records.ts';
import { listWithdrawn } from '../registry/list-withdrawn.ts';
import type { IndexSource } from '../search/update-index.ts';

/** What the search index reads of a register; its revision is the position of the last change. */
export function indexSourceOf(register: Register, now: Instant): IndexSource {
  const position = indexPosition(register);
  return {
    revision: () => position,
    changedWorkPaths: async (since) =>
      since > position ? null : (await findChangedWorks(register, since)).map(addresses.work),
    withdrawnWorkPaths: () => listWithdrawn(register, now),
    records: (options) => listSearchRecords(register, options, dayInThailand(now)),
  };
}
