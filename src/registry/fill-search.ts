import type { Register } from '../../db/connection.ts';
import { countUnsearchable, listUnsearchable } from '../../db/search-index.ts';
import { renderBody } from '../render/render-markdown.ts';
import { searchForm } from '../search/token-rows.ts';
import { storeSearchOf } from './steps/store-search.ts';

const editionsAtOnce = 20;

/**
 * Makes every edition searchable that is not: those of a register from before there was search in it, and those that
 * an older version cut into other tokens. Other writers get their turn between the parts, and what is done stays done
 * when the process ends in the middle.
 * @param isAnew all editions, also those that are searchable
 * @returns how many editions were stored
 */
export async function fillSearch(
  register: Register,
  isAnew: boolean,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  const form = isAnew ? noForm : searchForm;
  let done = 0;
  for (let last = 0; ; ) {
    const after = last;
    const stored = await register.write(async (transaction) => {
      const editions = listUnsearchable(transaction, form, after, editionsAtOnce);
      for (const edition of editions) {
        await storeSearchOf(transaction, edition, renderBody(edition.manifest.body));
      }
      return editions.map(({ id }) => id);
    });
    const end = stored.at(-1);
    if (end === undefined) return done;
    last = end;
    done += stored.length;
    onProgress(done);
  }
}

/** A form that no entry has. */
const noForm = -1;

/** How many editions the search of the server does not find, or finds as an older version cut them. */
export const countUnfindable = (register: Pick<Register, 'read'>): number =>
  countUnsearchable(register.read, searchForm);
