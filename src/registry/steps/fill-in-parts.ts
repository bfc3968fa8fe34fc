import type { Connection, Register } from '../../../db/connection.ts';

/**
 * Makes anew what is kept of editions, in the order of their ids and some in a transaction: other writers get their turn
 * between these, and what is done stays done when the process ends in the middle.
 * @returns how many editions were stored
 */
export async function fillInParts<Edition extends { readonly id: number }>(
  register: Register,
  parts: {
    readonly atOnce: number;
    /** Editions after an id of which it is not kept, in the order of their ids. */
    readonly list: (transaction: Connection, after: number, limit: number) => Promise<readonly Edition[]>;
    readonly store: (transaction: Connection, edition: Edition) => Promise<void>;
    readonly onProgress?: ((done: number) => void) | undefined;
  },
): Promise<number> {
  let done = 0;
  for (let last = 0; ; ) {
    const after = last;
    const stored = await register.write(async (transaction) => {
      const editions = await parts.list(transaction, after, parts.atOnce);
      for (const edition of editions) await parts.store(transaction, edition);
      return editions;
    });
    const end = stored.at(-1);
    if (end === undefined) return done;
    last = end.id;
    done += stored.length;
    parts.onProgress?.(done);
  }
}
