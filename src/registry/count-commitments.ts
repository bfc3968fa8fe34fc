import { areCommitmentsCounted, listUncounted, noteCommitmentsCounted } from '../../db/commitments.ts';
import type { Register } from '../../db/connection.ts';
import type { Instant } from '../domain/iso-date.ts';
import { storeCommitmentHistory } from './steps/store-commitments.ts';

const agreementsAtOnce = 10;

/**
 * Says how the commitments of agreements stand and stood that nobody counted yet: those of a register from before
 * commitments were listed. Once for a register; spans that are there are left, because lists of past days show them.
 * Other writers get their turn between the parts, and what is done stays done when the process ends in the middle.
 * @returns how many agreements were counted
 */
export async function countCommitments(
  register: Register,
  now: Instant,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  if (areCommitmentsCounted(register.read)) return 0;
  let done = 0;
  for (let last = 0; ; ) {
    const after = last;
    const counted = await register.write(async (transaction) => {
      const agreements = listUncounted(transaction, after, agreementsAtOnce);
      for (const work of agreements) await storeCommitmentHistory(transaction, work, now);
      if (agreements.length === 0) await noteCommitmentsCounted(transaction);
      return agreements.map(({ id }) => id);
    });
    const end = counted.at(-1);
    if (end === undefined) return done;
    last = end;
    done += counted.length;
    onProgress(done);
  }
}
