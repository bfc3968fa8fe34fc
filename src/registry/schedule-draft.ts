import { writeAudit } from '../../db/audit.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { insertDraftAct } from '../../db/draft-acts.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { whyNotPublish } from '../domain/review.ts';
import type { WorkName } from '../domain/work.ts';
import { obstaclesOf, unsettled } from './steps/publishing-findings.ts';
import { type DraftReview, readReview } from './steps/read-review.ts';

/**
 * Plans the publication of a draft, or ends the plan. What is planned is this version: any change of the text ends it.
 * Where publishing is the approval, planning it is.
 * @param plan.publishAt the moment; null ends the plan
 * @param plan.personalDataReason why personal data that was found may stay; null when nobody has said so
 * Refused: what `publishEdition` refuses, and a moment that is past. A refusal changes nothing.
 */
export function scheduleDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  plan: {
    readonly expectedVersion: number;
    readonly publishAt: Instant | null;
    readonly personalDataReason: string | null;
  },
  now: Instant,
): Promise<Result<null>> {
  return register.write(async (transaction) => {
    const review = await readReview(transaction, actor, name, 'read_draft');
    if (!review) return refused({ code: 'draft_not_found' });
    const { work, draft } = review;
    if (!may(actor, 'publish', work)) return refused({ code: 'not_permitted' });
    const { version } = draft;
    if (version !== plan.expectedVersion) return refused({ code: 'draft_changed', theirVersion: version });
    if (plan.publishAt === null) return accepted(await endPlan(transaction, actor, review, now));
    if (plan.publishAt <= now) {
      return refused({
        code: 'content_invalid',
        problems: [{ field: 'publishOn', reason: 'not_future' }],
      });
    }
    const refusal = whyNotPublish(actor, work, draft, review);
    if (refusal) return refused(refusal);
    const { state } = review;
    const reason = state.kind === 'approved' ? state.approved.note : plan.personalDataReason;
    const obstacles = await obstaclesOf(transaction, draft.content);
    const problems = unsettled(obstacles, reason);
    if (problems.length > 0) return refused({ code: 'content_invalid', problems });
    const noted = obstacles.personalData.length > 0 ? reason : null;
    await plant(transaction, actor, review, { publishAt: plan.publishAt, noted }, now);
    return accepted(null);
  });
}

async function plant(
  transaction: Connection,
  { userId }: Actor,
  { work, draft: { version }, state }: DraftReview,
  { publishAt, noted }: { readonly publishAt: Instant; readonly noted: string | null },
  now: Instant,
): Promise<void> {
  if (state.kind === 'approved' && state.schedule?.publishAt === publishAt) return;
  const act = { version, userId, at: now } as const;
  if (state.kind !== 'approved') {
    await insertDraftAct(transaction, work.id, { ...act, kind: 'approved', note: noted, publishAt: null });
  }
  await insertDraftAct(transaction, work.id, { ...act, kind: 'scheduled', note: null, publishAt });
  const subject = `${work.type}/${work.slug}`;
  const details = { version, publishAt, ...(noted !== null && { personalDataReason: noted }) };
  await writeAudit(transaction, { userId, action: 'draft.scheduled', subject, details }, now);
}

async function endPlan(
  transaction: Connection,
  { userId }: Actor,
  { work, draft: { version }, state }: DraftReview,
  now: Instant,
): Promise<null> {
  if (state.kind !== 'approved' || state.schedule === null) return null;
  const act = { kind: 'unscheduled', version, note: null, publishAt: null, userId, at: now } as const;
  await insertDraftAct(transaction, work.id, act);
  const subject = `${work.type}/${work.slug}`;
  const entry = { userId, action: 'draft.unscheduled', subject, details: { version } };
  await writeAudit(transaction, entry, now);
  return null;
}
