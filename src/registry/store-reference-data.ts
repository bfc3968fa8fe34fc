import type { Register } from '../../db/connection.ts';
import { countPlaces, insertPlaces } from '../../db/places.ts';
import { storeVocabularies } from '../../db/topics.ts';
import type { Place } from '../domain/place.ts';
import type { Scheme } from '../domain/scheme.ts';

/**
 * Puts the gazetteer and the vocabularies into the register. Places that are there stay as they are,
 * because editions point at their codes.
 */
export async function storeReferenceData(
  register: Register,
  data: { readonly places: readonly Place[]; readonly schemes: readonly Scheme[] },
): Promise<void> {
  await register.write(async (transaction) => {
    if ((await countPlaces(transaction)) < data.places.length) await insertPlaces(transaction, data.places);
    await storeVocabularies(transaction, data.schemes);
  });
}
