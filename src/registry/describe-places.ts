import type { Register } from '../../db/connection.ts';
import { findPlaceChains } from '../../db/places.ts';
import { placesMaximum } from '../domain/draft.ts';
import type { PlaceChain } from '../domain/place.ts';

/** One code as typed, with the places it stands for; null when there is no such code. */
export type DescribedPlace = { readonly code: string; readonly chain: PlaceChain | null };

/** Says what each of the codes in a form's field (separated by spaces or commas) stands for. */
export async function describePlaces(register: Register, typed: string): Promise<readonly DescribedPlace[]> {
  const codes = [...new Set(typed.split(/[\s,]+/).filter((code) => code !== ''))].slice(0, placesMaximum);
  const chains = await findPlaceChains(register.read, codes);
  return codes.map((code) => ({ code, chain: chains.get(code) ?? null }));
}
