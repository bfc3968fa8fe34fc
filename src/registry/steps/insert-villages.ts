import type { Connection } from '../../../db/connection.ts';
import { findPlaceChains, insertPlaces } from '../../../db/places.ts';
import { villageOf } from '../../domain/place.ts';

/** A village of a tambon that exists is added; any other code is left for the check to refuse. */
export async function insertVillages(transaction: Connection, codes: readonly string[]): Promise<void> {
  const villages = codes.flatMap(villageOf);
  const parents = villages.flatMap((village) => village.parentCode ?? []);
  const known = await findPlaceChains(transaction, parents);
  await insertPlaces(
    transaction,
    villages.filter((village) => village.parentCode !== null && known.has(village.parentCode)),
  );
}
