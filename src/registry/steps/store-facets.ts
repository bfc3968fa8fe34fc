import type { Connection } from '../../../db/connection.ts';
import { listEditions } from '../../../db/editions.ts';
import { listEvents } from '../../../db/events.ts';
import { storeFacets } from '../../../db/facets.ts';
import { facetLinesOf } from '../../catalogue/facets.ts';
import { currentEdition } from '../../domain/succession.ts';
import type { WorkType } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';

/**
 * Says anew by what a work is found in lists: after each edition and each event, in the same transaction. A work
 * without editions is found by nothing.
 */
export async function storeFacetsOf(
  transaction: Connection,
  work: { readonly id: number; readonly type: WorkType },
): Promise<void> {
  const entries = await listEditions(transaction, work.id);
  const editions = datedEditions(entries);
  const number = currentEdition(editions);
  const current = entries.find((entry) => entry.number === number);
  if (!current) return storeFacets(transaction, work, []);
  const events = await listEvents(transaction, work.id);
  const lines = facetLinesOf({ type: work.type, card: current.card, editions, events });
  await storeFacets(transaction, work, lines);
}
