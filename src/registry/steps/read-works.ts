import type { Register } from '../../../db/connection.ts';
import type { ListFilter } from '../../../db/lists.ts';
import type { ListOrder } from '../../domain/list-filter.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { describeExported, type ExportedWork } from './describe-exported.ts';
import { isStillSo, worksAsOf } from './listed-works.ts';

const CHUNK = 500;

/** At most so many works are in one file; a longer list must be narrowed. */
export const exportMaximum = 10_000;

export type ExportedWorks = {
  /** Works that fit, also those past the part that was asked for. */
  readonly total: number;
  readonly works: readonly ExportedWork[];
};

/**
 * The works of a list in the order of its pages, as of a moment: the same rows whenever they are asked for. Read in
 * chunks, so that others get their turn in between; when something is published meanwhile, all is told again from
 * what was known at the moment.
 * @param part so many works from `offset` on
 */
export async function readWorks(
  register: Register,
  filter: ListFilter,
  order: ListOrder,
  asOf: KnownAsOf,
  part: { readonly offset: number; readonly limit: number },
): Promise<ExportedWorks> {
  const { read } = register;
  const dated = { ...filter, on: asOf.day };
  for (;;) {
    const isPresent = await isStillSo(read, asOf);
    const listed = await worksAsOf(register, filter.type, asOf);
    const { total } = await listed.tally(dated, []);
    const last = Math.min(total, part.offset + part.limit);
    const works: ExportedWork[] = [];
    for (let offset = part.offset; offset < last; offset += CHUNK) {
      const limit = Math.min(CHUNK, last - offset);
      works.push(...(await describeExported(read, await listed.list(dated, { order, offset, limit }), asOf)));
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    if (!isPresent || (await isStillSo(read, asOf))) return { total, works };
  }
}
