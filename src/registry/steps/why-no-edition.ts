import type { Connection } from '../../../db/connection.ts';
import { listEditions } from '../../../db/editions.ts';
import { listEvents } from '../../../db/events.ts';
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
  workId: number,
  wanted: number | null,
): Promise<Refusal> {
  const editions = await listEditions(connection, workId);
  const errors = errorsOf(await listEvents(connection, workId));
  const error = wanted === null ? errors.at(-1) : errors.find(({ edition }) => edition === wanted);
  const currentNumber = currentEdition(datedEditions(editions));
  if (error) {
    const { edition: number, date, note } = error;
    return { code: 'published_in_error', number, date: date?.start ?? null, note, currentNumber };
  }
  if (currentNumber !== null && wanted !== null) return { code: 'edition_not_found', number: wanted };
  return errors.length > 0 && wanted !== null
    ? { code: 'edition_not_found', number: wanted }
    : { code: 'work_not_found' };
}
