import type { Register } from '../../db/connection.ts';
import { listProvisions } from '../../db/provisions.ts';
import { clearWordings, countUnworded, hasOtherForm, listUnworded } from '../../db/wordings.ts';
import { wordingForm } from '../domain/similarity/wording.ts';
import { fillInParts } from './steps/fill-in-parts.ts';
import { storeWordingsOf } from './steps/store-wordings.ts';

/**
 * Makes the clauses of every edition found by their words that are not: those of a register from before that was
 * possible, and all when an older version cut them in another way.
 * @param isAnew all editions at any rate
 * @returns how many editions were stored
 */
export async function fillWordings(
  register: Register,
  isAnew: boolean,
  onProgress?: (done: number) => void,
): Promise<number> {
  if (isAnew || hasOtherForm(register.read, wordingForm)) {
    await register.write(async (transaction) => clearWordings(transaction));
  }
  return fillInParts(register, {
    atOnce: 50,
    list: async (transaction, after, limit) => listUnworded(transaction, after, limit).map((id) => ({ id })),
    store: async (transaction, { id }) =>
      storeWordingsOf(transaction, id, await listProvisions(transaction, id)),
    onProgress,
  });
}

/** How many editions have clauses that are not found by their words yet. */
export const countWithoutWordings = ({ read }: Pick<Register, 'read'>): number => countUnworded(read);
