import type { Connection } from '../../../db/connection.ts';
import { listEditions } from '../../../db/editions.ts';
import { listEvents } from '../../../db/events.ts';
import { findOrganisations } from '../../../db/organisations.ts';
import type { StoredWork } from '../../../db/works.ts';
import type { Refusal } from '../../domain/errors.ts';
import { currentEdition } from '../../domain/succession.ts';
import { errorsOf } from '../../domain/timeline.ts';
import { datedEditions } from '../../domain/work-timeline.ts';

/**
 * Why readers get no edition of that number: it was published in error, it does not exist, or the work has none.
 * @param wanted null asks for the current one
 */
export async function whyNoEdition(
  connection: Connection,
  work: StoredWork,
  wanted: number | null,
): Promise<Refusal> {
  const editions = await listEditions(connection, work.id);
  const errors = errorsOf(await listEvents(connection, work.id));
  const error = wanted === null ? errors.at(-1) : errors.find(({ edition }) => edition === wanted);
  if (error) {
    const { edition: number, date, note } = error;
    const names = await findOrganisations(connection, work.steward === null ? [] : [work.steward]);
    const by = work.steward === null ? null : (names.get(work.steward)?.name ?? null);
    const currentNumber = currentEdition(datedEditions(editions));
    return { code: 'published_in_error', number, date: date?.start ?? null, note, by, currentNumber };
  }
  const isKnown = editions.length + errors.length > 0;
  return isKnown && wanted !== null
    ? { code: 'edition_not_found', number: wanted }
    : { code: 'work_not_found' };
}
