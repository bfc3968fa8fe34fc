import type { Register } from '../../db/connection.ts';
import { findPlaceChains } from '../../db/places.ts';
import { listWorkNames } from '../../db/works.ts';
import { suggestSlug } from '../domain/suggest-slug.ts';
import type { WorkType } from '../domain/work.ts';

/** A free name for the address of a new work about a place; null when the place has no official English name here. */
export async function suggestAddress(
  { read }: Register,
  type: WorkType,
  placeCode: string,
): Promise<string | null> {
  const place = (await findPlaceChains(read, [placeCode])).get(placeCode)?.[0];
  if (!place) return null;
  const taken = new Set((await listWorkNames(read)).flatMap((work) => (work.type === type ? work.slug : [])));
  return suggestSlug(type, place.nameEn, (slug) => taken.has(slug));
}
