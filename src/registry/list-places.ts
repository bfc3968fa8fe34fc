import type { Register } from '../../db/connection.ts';
import { findPlaceChain } from '../../db/places.ts';
import { isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { type CountedPlace, placesInside } from './steps/places-inside.ts';

/** The provinces in Thai order, each with its number of works. */
export const listProvinces = (register: Register, asOf: KnownAsOf): Promise<readonly CountedPlace[]> =>
  placesInside(register, null, asOf);

/**
 * The places directly inside one, each with its number of works, and the place around with those above it; for null the
 * provinces. Refused: `place_not_found`.
 */
export async function listPlaces(
  register: Register,
  code: string | null,
  asOf: KnownAsOf,
): Promise<Result<{ readonly around: PlaceChain; readonly places: readonly CountedPlace[] }>> {
  const around = code === null ? [] : isPlaceCode(code) ? await findPlaceChain(register.read, code) : null;
  if (around === null) return refused({ code: 'place_not_found', placeCode: code ?? '' });
  return accepted({ around, places: await placesInside(register, code, asOf) });
}
