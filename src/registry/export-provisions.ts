import type { Register } from '../../db/connection.ts';
import type { ListFilter } from '../../db/lists.ts';
import { listProvisionsOf } from '../../db/provisions.ts';
import type { ListOrder } from '../domain/list-filter.ts';
import type { Provision } from '../domain/provision.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import type { ExportedWork } from './steps/describe-exported.ts';
import { readWorks } from './steps/read-works.ts';

/** So many works, or characters of text with the work that they end in, are in one part of a file by provisions. */
const mostOfFile = { works: 500, characters: 1_000_000 };

export type ExportedProvisions = {
  /** Works that fit, in all parts. */
  readonly total: number;
  /** Each work with the numbered parts of its edition; none where the register has no text. */
  readonly works: readonly (ExportedWork & { readonly provisions: readonly Provision[] })[];
  /** The first work of the next part, from 1; null in the last part. */
  readonly next: number | null;
};

/**
 * A part of a list, provision by provision, as of a moment. All parts asked for as of the same moment together are
 * the whole list, each work once.
 * @param from the first work, from 1
 * @param most how much a part holds, where it is less than a file
 */
export async function exportProvisions(
  register: Register,
  filter: ListFilter,
  order: ListOrder,
  asOf: KnownAsOf,
  from: number,
  most: { readonly works: number; readonly characters: number } = mostOfFile,
): Promise<ExportedProvisions> {
  const part = { offset: from - 1, limit: most.works };
  const { total, works } = await readWorks(register, filter, order, asOf, part);
  const read: (ExportedWork & { readonly provisions: readonly Provision[] })[] = [];
  let characters = 0;
  for (let first = 0; first < works.length && characters < most.characters; first += worksAtOnce) {
    const some = works.slice(first, first + worksAtOnce);
    const provisions = await listProvisionsOf(register.read, some);
    for (const work of some) {
      if (characters >= most.characters) break;
      const own = provisions.get(work.workId) ?? [];
      read.push({ ...work, provisions: own });
      characters += own.reduce((sum, { text }) => sum + text.length, 0);
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const next = from + read.length;
  return { total, works: read, next: next > total || read.length === 0 ? null : next };
}

const worksAtOnce = 25;
