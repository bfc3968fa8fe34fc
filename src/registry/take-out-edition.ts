import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findStoredEdition } from '../../db/editions.ts';
import { insertEvent, listEvents } from '../../db/events.ts';
import { findWork } from '../../db/works.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { errorsOf } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { writtenDay } from '../thai/written-date.ts';
import { reasonProblems } from './steps/reason-problems.ts';
import { storeCommitmentsOf } from './steps/store-commitments.ts';
import { takeOut } from './steps/take-out.ts';
import { timelinePosition } from './steps/timeline-position.ts';

/**
 * Says that an edition was published in error and takes its text out of the public, at once and everywhere. The stored
 * edition stays as it is, its number is never given again, and the edition before it is current again. One person is
 * enough, because personal data must not wait for a second. Doing it again changes nothing.
 * @param deed.position the timeline as it was looked at, see `timelinePosition`
 * Refused: `work_not_found` (also when it is not the actor's), `not_permitted`, `edition_not_found`,
 * `timeline_changed`, `content_invalid` without a reason. A refusal changes nothing.
 */
export function takeOutEdition(
  register: Register,
  actor: Actor,
  name: WorkName,
  deed: { readonly number: number; readonly reason: string; readonly position: string },
  now: Instant,
): Promise<Result<null>> {
  return register.write(async (transaction) => {
    const work = await findWork(transaction, name);
    if (!work || !may(actor, 'read_draft', work)) return refused({ code: 'work_not_found' });
    if (!may(actor, 'publish', work)) return refused({ code: 'not_permitted' });
    const { number } = deed;
    const errors = errorsOf(await listEvents(transaction, work.id));
    if (errors.some(({ edition }) => edition === number)) return accepted(null);
    const edition = await findStoredEdition(transaction, work.id, number);
    if (!edition) return refused({ code: 'edition_not_found', number });
    if ((await timelinePosition(transaction, work.id)) !== deed.position) {
      return refused({ code: 'timeline_changed' });
    }
    const problems = reasonProblems('reason', deed.reason);
    if (problems.length > 0) return refused({ code: 'content_invalid', problems });
    const note = deed.reason.trim();
    const { sha256 } = edition;
    const date = writtenDay(dayInThailand(now));
    const event = {
      kind: 'published_in_error',
      date,
      note,
      source: null,
      edition: number,
      sha256,
    } as const;
    await insertEvent(transaction, work.id, event, now);
    await takeOut(transaction, work, number);
    await storeCommitmentsOf(transaction, work, now);
    const subject = `${name.type}/${name.slug}`;
    const details = { number, sha256, reason: note };
    const entry = { userId: actor.userId, action: 'edition.published_in_error', subject, details };
    await writeAudit(transaction, entry, now);
    return accepted(null);
  });
}
