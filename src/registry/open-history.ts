import type { Register } from '../../db/connection.ts';
import { type EditionEntry, listEditions } from '../../db/editions.ts';
import { listEvents } from '../../db/events.ts';
import { findWork } from '../../db/works.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition } from '../domain/succession.ts';
import { type Standing, standingOn, type WorkEvent, withdrawalOf } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions, type TimelineEntry, workTimeline } from '../domain/work-timeline.ts';
import { whyNoEdition } from './steps/why-no-edition.ts';

export type WorkHistory = {
  readonly work: WorkName;
  readonly title: string;
  readonly currentNumber: number;
  readonly editions: readonly EditionEntry[];
  readonly events: readonly WorkEvent[];
  /** Editions, events and the review that is due, as one list, latest first. */
  readonly timeline: readonly TimelineEntry[];
  readonly standing: Standing;
  /** How the work was withdrawn; null while it stands. */
  readonly withdrawal: WorkEvent | null;
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
  const dated = datedEditions(editions);
  const currentNumber = currentEdition(dated);
  const current = editions.find((edition) => edition.number === currentNumber);
  if (!work) return refused({ code: 'work_not_found' });
  if (currentNumber === null || !current) return refused(await whyNoEdition(read, work, null));
  const events = await listEvents(read, work.id);
  const today = dayInThailand(now);
  return accepted({
    work: name,
    title: current.card.title,
    currentNumber,
    editions,
    events,
    timeline: workTimeline(editions, events, today),
    standing: standingOn(dated, events, today),
    withdrawal: withdrawalOf(events),
  });
}
