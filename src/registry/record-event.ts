import { writeAudit } from '../../db/audit.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { listEditions } from '../../db/editions.ts';
import { insertEvent, listEvents } from '../../db/events.ts';
import { findWork, type StoredWork } from '../../db/works.ts';
import type { FieldProblem } from '../domain/errors.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type EventKind, type WorkEvent, withdrawalOf } from '../domain/timeline.ts';
import { isWebAddress } from '../domain/web-address.ts';
import type { WorkName } from '../domain/work.ts';
import { parseWrittenDate } from '../thai/parse-date.ts';
import { explanationMaximum, reasonProblems } from './steps/reason-problems.ts';
import { storeCommitmentsOf } from './steps/store-commitments.ts';
import { storeFacetsOf } from './steps/store-facets.ts';
import { timelinePosition } from './steps/timeline-position.ts';

/** What an officer typed about something that happened to a work. */
export type TypedEvent = {
  readonly kind: Exclude<EventKind, 'published_in_error'>;
  /** As people write dates; empty when the source gives none. */
  readonly date: string;
  readonly note: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
};

/**
 * Records what happened to a work: heard, adopted, reviewed, withdrawn and so on, with its date and source. Events are
 * never changed; a withdrawal is taken back by another event. To withdraw, and to take that back, an explanation is
 * needed (L11).
 * @param position the timeline as it was looked at, see `timelinePosition`
 * Refused: `work_not_found` (also when it is not the actor's), `not_permitted`, `timeline_changed`,
 * `content_invalid`. A refusal changes nothing.
 */
export function recordEvent(
  register: Register,
  actor: Actor,
  name: WorkName,
  { typed, position }: { readonly typed: TypedEvent; readonly position: string },
  now: Instant,
): Promise<Result<null>> {
  return register.write(async (transaction) => {
    const work = await findWork(transaction, name);
    if (!work || !may(actor, 'read_draft', work)) return refused({ code: 'work_not_found' });
    if (!may(actor, 'publish', work)) return refused({ code: 'not_permitted' });
    if ((await listEditions(transaction, work.id)).length === 0) return refused({ code: 'work_not_found' });
    const events = await listEvents(transaction, work.id);
    if (isDone(events, typed.kind)) return accepted(null);
    if ((await timelinePosition(transaction, work.id)) !== position) {
      return refused({ code: 'timeline_changed' });
    }
    const event = readEvent(typed, dayInThailand(now));
    if (!event.ok) return event;
    await store(transaction, actor, work, event.value, now);
    return accepted(null);
  });
}

/** A work is withdrawn once; a form that comes twice says nothing new. */
function isDone(events: readonly WorkEvent[], kind: EventKind): boolean {
  if (kind === 'withdrawn') return withdrawalOf(events) !== null;
  return kind === 'reinstated' && withdrawalOf(events) === null;
}

function readEvent(typed: TypedEvent, today: string): Result<WorkEvent> {
  const { kind } = typed;
  const isTurn = kind === 'withdrawn' || kind === 'reinstated';
  const problems: FieldProblem[] = isTurn ? [...reasonProblems('reason', typed.note)] : [];
  const text = typed.date.trim();
  const date = text === '' ? null : parseWrittenDate(text);
  if (text !== '' && date === null) problems.push({ field: 'eventDate', reason: 'not_a_date' });
  if (isTurn && text === '') problems.push({ field: 'eventDate', reason: 'required' });
  if (date !== null && date.start > today.slice(0, date.start.length)) {
    problems.push({ field: 'eventDate', reason: 'not_past' });
  }
  const note = typed.note.replace(/\s+/g, ' ').trim();
  if (!isTurn && note.length > explanationMaximum) problems.push({ field: 'eventNote', reason: 'too_long' });
  const title = typed.sourceTitle.trim();
  const url = typed.sourceUrl.trim();
  if (title.length > 500) problems.push({ field: 'sourceTitle', reason: 'too_long' });
  if (url !== '' && title === '') problems.push({ field: 'sourceTitle', reason: 'required' });
  if (url !== '' && !isWebAddress(url)) problems.push({ field: 'sourceUrl', reason: 'bad_link' });
  if (problems.length > 0) return refused({ code: 'content_invalid', problems });
  const source = title === '' ? null : { title, url: url === '' ? null : url };
  return accepted({ kind, date, note: note === '' ? null : note, source });
}

function auditAction(kind: EventKind): string {
  if (kind === 'withdrawn') return 'work.withdrawn';
  return kind === 'reinstated' ? 'work.reinstated' : 'event.recorded';
}

async function store(
  transaction: Connection,
  actor: Actor,
  work: StoredWork,
  event: WorkEvent,
  now: Instant,
): Promise<void> {
  await insertEvent(transaction, work.id, event, now);
  await storeFacetsOf(transaction, work);
  await storeCommitmentsOf(transaction, work, now);
  const subject = `${work.type}/${work.slug}`;
  const details = { kind: event.kind, date: event.date?.start ?? null, note: event.note };
  await writeAudit(
    transaction,
    { userId: actor.userId, action: auditAction(event.kind), subject, details },
    now,
  );
}
