import type { Connection } from '../../../db/connection.ts';
import {
  findWordingIds,
  insertProvisionWordings,
  insertShingles,
  insertWordings,
  listWordingsByShingle,
} from '../../../db/wordings.ts';
import type { Provision } from '../../domain/provision.ts';
import { leadingShingles } from '../../domain/similarity/candidates.ts';
import { sketchOf, type Wording, wordingForm, wordingsOf } from '../../domain/similarity/wording.ts';

/**
 * Makes the clauses of an edition found by their words, in the transaction that stores it. A wording that others have
 * too is kept once. Which shingles lead to a new one depends on what was stored before it; editions stored in the same
 * order give the same.
 */
export async function storeWordingsOf(
  transaction: Connection,
  editionId: number,
  provisions: readonly Provision[],
): Promise<void> {
  const found = wordingsOf(provisions);
  const wordings = new Map(found.map(({ wording }) => [wording.fingerprint, wording]));
  const known = findWordingIds(transaction, [...wordings.keys()]);
  const fresh = [...wordings.values()].filter(({ fingerprint }) => !known.has(fingerprint));
  const added = fresh.length === 0 ? new Map<number, number>() : storeWordings(transaction, fresh);
  insertProvisionWordings(
    transaction,
    { editionId, form: wordingForm },
    found.map(({ order, wording: { fingerprint } }) => {
      const wordingId = known.get(fingerprint) ?? added.get(fingerprint);
      if (wordingId === undefined) throw new Error('a wording was not stored');
      return { position: order, wordingId };
    }),
  );
}

function storeWordings(transaction: Connection, fresh: readonly Wording[]): ReadonlyMap<number, number> {
  const ids = insertWordings(
    transaction,
    fresh.map(({ fingerprint }) => fingerprint),
  );
  const sketched = fresh.map((wording) => ({
    id: ids.get(wording.fingerprint) ?? 0,
    sketch: sketchOf(wording),
  }));
  const lists = listWordingsByShingle(transaction, [...new Set(sketched.flatMap(({ sketch }) => sketch))]);
  const pairs = sketched.flatMap(({ id, sketch }) =>
    leadingShingles(sketch, lists).map((shingle) => [shingle, id] as const),
  );
  insertShingles(transaction, pairs);
  return ids;
}
