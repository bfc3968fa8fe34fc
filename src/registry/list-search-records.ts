import type { Connection, Register } from '../../db/connection.ts';
import { listPublishedWorkIds, listSearchRows, listWithdrawals } from '../../db/search-rows.ts';
import { findWork } from '../../db/works.ts';
import type { IsoDate } from '../domain/iso-date.ts';
import type { SearchRecord } from '../domain/search-record.ts';
import { isWorkType } from '../domain/work.ts';
import { recordOfEntry } from './steps/store-search.ts';
import { withdrawnWorkIds } from './steps/withdrawn-works.ts';

/**
 * Every published edition, the editions of a work one after the other. Works that are withdrawn by `today` are left
 * out.
 * @param options.workPaths only these works (`/charters/…`); ones that are not there are passed over
 * @throws when an edition was never made searchable, see `fillSearch`
 */
export async function* listSearchRecords(
  register: Register,
  options: { readonly workPaths?: readonly string[] },
  today: IsoDate,
): AsyncGenerator<SearchRecord> {
  const { read } = register;
  const ids = options.workPaths ? await idsOf(read, options.workPaths) : await listPublishedWorkIds(read);
  const withdrawn = withdrawnWorkIds(listWithdrawals(read), today);
  for (const id of ids) {
    if (withdrawn.has(id)) continue;
    for (const { editionId, isCurrent, record } of await listSearchRows(read, id)) {
      if (record === null) throw new Error(`edition ${editionId} has no search record`);
      yield { ...recordOfEntry(record), isCurrent };
    }
  }
}

async function idsOf(connection: Connection, workPaths: readonly string[]): Promise<readonly number[]> {
  const works = await Promise.all(
    workPaths.map(async (path) => {
      const [, type = '', slug = ''] = path.split('/');
      return isWorkType(type) ? findWork(connection, { type, slug }) : null;
    }),
  );
  return works.flatMap((work) => work?.id ?? []);
}
