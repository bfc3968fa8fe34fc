import type { Register } from '../../db/connection.ts';
import { noteFacetsForm, noteFacetsMade, readFacetsForm } from '../../db/facets.ts';
import { listWorkNames } from '../../db/works.ts';
import { facetsForm } from '../catalogue/facets.ts';
import { storeFacetsOf } from './steps/store-facets.ts';

const worksAtOnce = 200;

/**
 * Says anew by what every work is found in lists, such as after a facet was added. Other writers get their turn
 * between the parts.
 * @returns the number of works
 */
export async function rebuildFacets(
  register: Register,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const works = await listWorkNames(register.read);
  for (let first = 0; first < works.length; first += worksAtOnce) {
    const part = works.slice(first, first + worksAtOnce);
    await register.write(async (transaction) => {
      for (const work of part) await storeFacetsOf(transaction, work);
      await noteFacetsMade(transaction);
    });
    onProgress(first + part.length, works.length);
  }
  await register.write((transaction) => noteFacetsForm(transaction, facetsForm));
  return works.length;
}

/** The same, when lists of this register were made by another rule than this program has. */
export const renewFacets = async (register: Register): Promise<number> =>
  readFacetsForm(register.read) === facetsForm ? 0 : rebuildFacets(register);
