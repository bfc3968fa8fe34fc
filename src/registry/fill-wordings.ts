import type { Register } from '../../db/connection.ts';
import { listProvisions } from '../../db/provisions.ts';
import { clearWordings, countUnworded, hasOtherForm, listUnworded } from '../../db/wordings.ts';
import { wordingForm } from '../domain/similarity/wording.ts';
import { storeWordingsOf } from './steps/store-wordings.ts';

const editionsAtOnce = 50;

/**
 * Makes the clauses of every edition found by their words that are not: those of a register from before that was
 * possible, and all when an older version cut them in another way. Other writers get their turn between the parts,
 * and what is done stays done when the process ends in the middle.
 * @param isAnew all editions at any rate
 * @returns how many editions were stored
 */
export async function fillWordings(
  register: Register,
  isAnew: boolean,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  if (isAnew || hasOtherForm(register.read, wordingForm)) {
    await register.write(async (transaction) => clearWordings(transaction));
  }
  let done = 0;
  for (let last = 0; ; ) {
    const after = last;
    const stored = await register.write(async (transaction) => {
      const editions = listUnworded(transaction, after, editionsAtOnce);
      for (const id of editions)
        await storeWordingsOf(transaction, id, await listProvisions(transaction, id));
      return editions;
    });
    const end = stored.at(-1);
    if (end === undefined) return done;
    last = end;
    done += stored.length;
    onProgress(done);
  }
}

/** How many editions have clauses that are not found by their words yet. */
export const countWithoutWordings = ({ read }: Pick<Register, 'read'>): number => countUnworded(read);
