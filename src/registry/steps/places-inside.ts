import type { Register } from '../../../db/connection.ts';
import { listPlacesIn } from '../../../db/places.ts';
import { lineOfPlace } from '../../domain/list-filter.ts';
import type { Place } from '../../domain/place.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { worksAsOf } from './listed-works.ts';

export type CountedPlace = Place & {
  /** Works standing in the place or anywhere inside it. */
  readonly works: number;
};

/** The places directly inside one (or the provinces, for null) in Thai order, each with its number of works. */
export async function placesInside(
  register: Register,
  parentCode: string | null,
  asOf: KnownAsOf,
): Promise<readonly CountedPlace[]> {
  const listed = await worksAsOf(register, undefined, asOf);
  const around = parentCode === null ? {} : { place: parentCode };
  const line = lineOfPlace(`${parentCode ?? ''}00`);
  const { counts } = await listed.tally({ ...around, on: asOf.day }, [line]);
  const inside = await listPlacesIn(register.read, parentCode);
  return inside.map((place) => ({ ...place, works: counts.get(line)?.get(place.code) ?? 0 }));
}
