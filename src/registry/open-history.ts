import type { Register } from '../../db/connection.ts';
import { type EditionEntry, listEditions } from '../../db/editions.ts';
import { listEvents } from '../../db/events.ts';
import { findWork } from '../../db/works.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition, type Standing, standingOn, type WorkEvent } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';

export type WorkHistory = {
  readonly work: WorkName;
  readonly title: string;
  readonly currentNumber: number;
  readonly editions: readonly EditionEntry[];
  readonly events: readonly WorkEvent[];
  readonly standing: Standing;
};

/** The editions and events of a work. Refused: `work_not_found`, also when it was never published. */
export async function openHistory(
  register: Register,
  name: WorkName,
  now: Instant,
): Promise<Result<WorkHistory>> {
  const { read } = register;
  const work = await findWork(read, name);
  const editions = work ? await listEditions(read, work.id) : [];
  const currentNumber = currentEdition(editions.map((edition) => edition.number));
  const current = editions.find((edition) => edition.number === currentNumber);
  if (!work || currentNumber === null || !current) return refused({ code: 'work_not_found' });
  const events = await listEvents(read, work.id);
  const dated = editions.map((entry) => ({ number: entry.number, ...entry.card }));
  return accepted({
    work: name,
    title: current.card.title,
    currentNumber,
    editions,
    events,
    standing: standingOn(dated, events, dayInThailand(now)),
  });
}
