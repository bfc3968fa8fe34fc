import { listAgreementsToDecide } from '../../db/agreements.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { listWaitingSubmissions as readWaiting } from '../../db/submission-lists.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { maySeeSubmissions } from '../domain/submission-right.ts';
import { decidersOf } from './steps/deciders-of.ts';
import { type OwnOrganisations, ownOrganisations } from './steps/own-organisations.ts';
import { readAgreement } from './steps/read-agreement.ts';
import { type Filing, type ToldSubmission, tellSubmissions } from './steps/tell-submissions.ts';

/** At most so many are shown at once; the next follow when these are decided. */
export const waitingMaximum = 50;

/** What waits for a decision that is this person's to take, the longest waiting first, and how much it is in all. */
export async function listWaitingSubmissions(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  now: Instant,
  limit = waitingMaximum,
): Promise<{ readonly waiting: readonly ToldSubmission[]; readonly total: number }> {
  const { all, successions } = await ownOrganisations(read, actor);
  const works = isRegistrar(actor) ? null : await decidedBy(read, actor, { all, successions }, now);
  if (works?.length === 0) return { waiting: [], total: 0 };
  const notOf = { userId: actor.userId, organisations: all };
  const { waiting, total } = await readWaiting<Filing>(read, works, notOf, limit);
  return { waiting: await tellSubmissions(read, waiting), total };
}

/** Ids of the agreements in which something waits and about which a publisher decides. */
async function decidedBy(
  connection: Connection,
  actor: Actor,
  { all, successions }: Pick<OwnOrganisations, 'all' | 'successions'>,
  now: Instant,
): Promise<readonly number[]> {
  if (!actor.memberships.some(({ role }) => role === 'publisher')) return [];
  const ids: number[] = [];
  for (const { id, slug } of await listAgreementsToDecide(connection, all)) {
    const agreement = await readAgreement(connection, slug, dayInThailand(now), { successions });
    if (agreement && maySeeSubmissions(actor, await decidersOf(connection, agreement))) ids.push(id);
  }
  return ids;
}
