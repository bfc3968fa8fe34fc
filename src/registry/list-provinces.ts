import type { Register } from '../../db/connection.ts';
import { type CountedPlace, listPlacesInside } from '../../db/places.ts';

/** The provinces in Thai order, each with its number of works. */
export const listProvinces = (register: Register): Promise<readonly CountedPlace[]> =>
  listPlacesInside(register.read, null);
