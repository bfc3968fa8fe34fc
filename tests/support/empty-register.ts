import { openRegister, type Register } from '../../db/connection.ts';
import { storeReferenceData } from '../../src/registry/store-reference-data.ts';
import { testPlaces, testSchemes } from './made-up-country.ts';

/** A migrated register that knows the made-up places and one scheme, and holds no work. */
export async function emptyRegister(file = ':memory:'): Promise<Register> {
  const register = openRegister({ file });
  await storeReferenceData(register, { places: testPlaces, schemes: testSchemes });
  return register;
}
