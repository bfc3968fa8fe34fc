import type { Connection } from '../../../db/connection.ts';
import { findEdition, findStoredEdition, listEditions } from '../../../db/editions.ts';
import { removeProjections } from '../../../db/projections.ts';
import { listProvisions } from '../../../db/provisions.ts';
import { removeEditionWordings } from '../../../db/wordings.ts';
import { sketchOf, wordingsOf } from '../../domain/similarity/wording.ts';
import { currentEdition } from '../../domain/succession.ts';
import type { WorkType } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';
import { renderBody } from '../../render/render-markdown.ts';
import { storeFacetsOf } from './store-facets.ts';
import { storeSearchOf } from './store-search.ts';

/**
 * Takes an edition out of everything that readers are shown, in the transaction that recorded why. The edition before
 * it is current again, in lists and in search. Nothing to do where the register never held the text.
 */
export async function takeOut(
  transaction: Connection,
  work: { readonly id: number; readonly type: WorkType },
  number: number,
): Promise<void> {
  const gone = await findStoredEdition(transaction, work.id, number);
  if (gone) {
    const provisions = await listProvisions(transaction, gone.id);
    const wordings = wordingsOf(provisions).map(({ wording: { fingerprint, ...wording } }) => ({
      fingerprint,
      sketch: sketchOf(wording),
    }));
    removeEditionWordings(transaction, gone.id, wordings);
    await removeProjections(transaction, { id: gone.id, workId: work.id, sha256: gone.sha256 });
  }
  await storeFacetsOf(transaction, work);
  const current = currentEdition(datedEditions(await listEditions(transaction, work.id)));
  const edition = current === null ? null : await findEdition(transaction, work.id, current);
  if (edition) {
    await storeSearchOf(transaction, { ...edition, isCurrent: true }, renderBody(edition.manifest.body));
  }
}
