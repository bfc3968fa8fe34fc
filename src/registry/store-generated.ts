import type { Register } from '../../db/connection.ts';
import { mapOrganisationIds } from '../../db/organisations.ts';
import { findWork, insertWork } from '../../db/works.ts';
import type { Manifest } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { WorkName } from '../domain/work.ts';
import { storeEdition } from './steps/store-edition.ts';

/**
 * Stores a batch of generated works in one transaction; a work that is there already is left alone.
 * @returns the number of works added
 */
export function storeGenerated(
  register: Register,
  works: readonly { readonly name: WorkName; readonly editions: readonly Manifest[] }[],
  now: Instant,
): Promise<number> {
  return register.write(async (transaction) => {
    const organisationIds = await mapOrganisationIds(transaction);
    let added = 0;
    for (const { name, editions } of works) {
      if (await findWork(transaction, name)) continue;
      const workId = await insertWork(transaction, name, null, now);
      for (const manifest of editions) {
        await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds });
      }
      added += 1;
    }
    return added;
  });
}
