import { openRegister, type Register } from '../../db/connection.ts';
import type { Instant } from '../../src/domain/iso-date.ts';
import { storeReferenceData } from '../../src/registry/store-reference-data.ts';
import { testPlaces, testSchemes } from './made-up-country.ts';

/**
 * A migrated register that knows the made-up places and one scheme, and holds no work.
 * @param clock when its transactions happen, for tests about days
 */
export async function emptyRegister(file = ':memory:', clock?: () => Instant): Promise<Register> {
  const register = openRegister({ file, ...(clock && { clock }) });
  await storeReferenceData(register, { places: testPlaces, schemes: testSchemes });
  return register;
}
