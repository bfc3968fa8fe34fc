import type { Connection } from '../../../db/connection.ts';
import { listEditions } from '../../../db/editions.ts';
import { listEvents } from '../../../db/events.ts';
import { everything, type Known } from '../../../db/known.ts';
import { findOrganisations } from '../../../db/organisations.ts';
import { findWork, type StoredWork } from '../../../db/works.ts';
import type { Refusal } from '../../domain/errors.ts';
import { currentEdition } from '../../domain/succession.ts';
import { errorsOf } from '../../domain/timeline.ts';
import type { WorkName } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';

/** Why a work has nothing as of a moment: the register did not have it then, or has not even now. */
export async function whyNotKnown(connection: Connection, name: WorkName): Promise<Refusal> {
  const work = await findWork(connection, name);
  const hasEditions = work !== null && (await listEditions(connection, work.id)).length > 0;
  return { code: hasEditions ? 'not_known_then' : 'work_not_found' };
}

/**
 * Why readers get no edition of that number: it was published in error, it does not exist, or the work has none.
 * @param wanted null asks for the current one
 * @param known up to which entries the register is read; what came later was not known then
 */
export async function whyNoEdition(
  connection: Connection,
  work: StoredWork,
  wanted: number | null,
  known: Known = everything,
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
  const [first] = wanted === null ? editions : editions.filter(({ number }) => number === wanted);
  const wasKnown = (await listEditions(connection, work.id, known.lastEdition)).length > 0;
  if (first !== undefined && !wasKnown) return { code: 'not_known_then' };
  const isKnown = editions.length + errors.length > 0;
  return isKnown && wanted !== null
    ? { code: 'edition_not_found', number: wanted }
    : { code: 'work_not_found' };
}
