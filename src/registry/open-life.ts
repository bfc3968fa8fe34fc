import type { Register } from '../../db/connection.ts';
import { findDraft, type StoredDraft } from '../../db/drafts.ts';
import { type EditionEntry, listEditions } from '../../db/editions.ts';
import { listEvents } from '../../db/events.ts';
import { findWork } from '../../db/works.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type Standing, standingOn, type WorkEvent, withdrawalOf } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions, type TimelineEntry, workTimeline } from '../domain/work-timeline.ts';
import { timelinePosition } from './steps/timeline-position.ts';

/** The life of a work as its officers see it. */
export type LifePage = {
  readonly work: WorkName;
  readonly title: string;
  /** Null when no draft is open. */
  readonly draft: StoredDraft | null;
  readonly editions: readonly EditionEntry[];
  readonly timeline: readonly TimelineEntry[];
  readonly standing: Standing;
  readonly withdrawal: WorkEvent | null;
  readonly mayPublish: boolean;
  /** What a form brings back, see `timelinePosition`. */
  readonly position: string;
};

/** Opens the timeline of a work for its officers. Refused: `work_not_found`, also when it is not the actor's. */
export async function openLife(
  register: Register,
  actor: Actor,
  name: WorkName,
  now: Instant,
): Promise<Result<LifePage>> {
  const { read } = register;
  const work = await findWork(read, name);
  if (!work || !may(actor, 'read_draft', work)) return refused({ code: 'work_not_found' });
  const editions = await listEditions(read, work.id);
  const events = await listEvents(read, work.id);
  const draft = await findDraft(read, work.id);
  const today = dayInThailand(now);
  return accepted({
    work: name,
    title: editions.at(-1)?.card.title ?? draft?.content.title ?? name.slug,
    draft,
    editions,
    timeline: workTimeline(editions, events, today),
    standing: standingOn(datedEditions(editions), events, today),
    withdrawal: withdrawalOf(events),
    mayPublish: may(actor, 'publish', work),
    position: await timelinePosition(read, work.id),
  });
}
