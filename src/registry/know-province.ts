import type { Register } from '../../db/connection.ts';
import { listPlacesIn } from '../../db/places.ts';

/** Whether a province has this name, as places are named: without จังหวัด before it. */
export const knowProvince = async ({ read }: Register, name: string): Promise<boolean> =>
  (await listPlacesIn(read, null)).some((province) => province.name === name);
