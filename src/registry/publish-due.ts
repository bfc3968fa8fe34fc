import { findUser } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Connection, Register } from '../../db/connection.ts';
import {
  insertDraftAct,
  listDraftActs,
  listScheduledDrafts,
  type ScheduledDraft,
} from '../../db/draft-acts.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { reviewStateOf } from '../domain/review.ts';
import { publishDraft } from './steps/publish-draft.ts';

/** What became of a plan. */
export type DuePublication = {
  readonly subject: string;
  readonly outcome: { readonly published: number } | { readonly refused: Refusal['code'] };
};

/**
 * Publishes every draft whose planned moment has come, also one that passed while the server was down, each in one
 * transaction and by the same rules as by hand, in the name of whoever planned it and with the rights that person has
 * now. One that is refused is not tried again: the plan ends, with the reason, for an officer to see.
 */
export async function publishDue(register: Register, now: Instant): Promise<readonly DuePublication[]> {
  const done: DuePublication[] = [];
  for (const due of await listScheduledDrafts(register.read, now)) {
    const outcome = await register.write((transaction) => publishOne(transaction, due, now));
    if (outcome) done.push({ subject: `${due.type}/${due.slug}`, outcome });
  }
  return done;
}

async function publishOne(
  transaction: Connection,
  due: ScheduledDraft,
  now: Instant,
): Promise<DuePublication['outcome'] | null> {
  const { type, slug, workId, version, publishAt } = due;
  const state = reviewStateOf({ version }, await listDraftActs(transaction, workId));
  const isStillPlanned = state.kind === 'approved' && state.schedule?.publishAt === publishAt;
  if (!isStillPlanned) return null;
  const name = { type, slug };
  const publishing = {
    name,
    expectedVersion: version,
    personalDataReason: null,
    scheduledFor: publishAt,
  };
  const actor = await actorOf(transaction, due.userId);
  const published = actor
    ? await publishDraft(transaction, actor, publishing, now)
    : ({ ok: false, refusal: { code: 'not_permitted' } } as const);
  if (published.ok) return { published: published.value.number };
  const { code } = published.refusal;
  if (code === 'draft_changed') return null;
  const { userId } = due;
  const act = { kind: 'unscheduled', version, note: code, publishAt: null, userId, at: now } as const;
  await insertDraftAct(transaction, workId, act);
  const subject = `${type}/${slug}`;
  const details = { version, publishAt, refused: code };
  await writeAudit(transaction, { userId: null, action: 'draft.unscheduled', subject, details }, now);
  return { refused: code };
}

/** The person as far as permission is concerned, with the roles of this moment; null when the account is off. */
async function actorOf(transaction: Connection, userId: number): Promise<Actor | null> {
  const user = await findUser(transaction, userId);
  return user && !user.isDisabled ? { userId, memberships: user.memberships } : null;
}
