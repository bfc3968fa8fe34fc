import type { Register } from '../../db/connection.ts';
import { countUnsearchable, listUnsearchable } from '../../db/search-index.ts';
import { renderBody } from '../render/render-markdown.ts';
import { searchForm } from '../search/token-rows.ts';
import { fillInParts } from './steps/fill-in-parts.ts';
import { storeSearchOf } from './steps/store-search.ts';

/**
 * Makes every edition searchable that is not: those of a register from before there was search in it, and those that
 * an older version cut into other tokens.
 * @param isAnew all editions, also those that are searchable
 * @returns how many editions were stored
 */
export const fillSearch = (
  register: Register,
  isAnew: boolean,
  onProgress?: (done: number) => void,
): Promise<number> =>
  fillInParts(register, {
    atOnce: 20,
    list: async (transaction, after, limit) =>
      listUnsearchable(transaction, isAnew ? noForm : searchForm, after, limit),
    store: (transaction, edition) => storeSearchOf(transaction, edition, renderBody(edition.manifest.body)),
    onProgress,
  });

/** A form that no entry has. */
const noForm = -1;

/** How many editions the search of the server does not find, or finds as an older version cut them. */
export const countUnfindable = (register: Pick<Register, 'read'>): number =>
  countUnsearchable(register.read, searchForm);
