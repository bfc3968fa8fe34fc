import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertDraftAct } from '../../db/draft-acts.ts';
import type { FieldProblem, Refusal } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { whyNotApprove } from '../domain/review.ts';
import type { WorkName } from '../domain/work.ts';
import { obstaclesOf, unsettled } from './steps/publishing-findings.ts';
import { type DraftReview, readReview } from './steps/read-review.ts';

/** What somebody does in a review, at the version of the draft that was looked at. */
export type ReviewDeed = {
  readonly expectedVersion: number;
} & (
  | { readonly kind: 'submitted' }
  | { readonly kind: 'returned'; readonly reason: string }
  /** `personalDataReason`: why personal data that was found may stay. */
  | { readonly kind: 'approved'; readonly personalDataReason: string | null }
);

/** The longest reason, in UTF-16 units. */
export const reasonMaximum = 2000;

/**
 * Sends a draft for review, returns it with a reason, or approves it: who did it, to which version, and the audit, in
 * one transaction. Doing again what the draft says already changes nothing.
 * Refused: `draft_not_found` (also when it is not the actor's), `draft_changed`, `not_permitted`, `four_eyes`,
 * `remarks_open`, `not_in_review`, `content_invalid` with what must be put right first. A refusal changes nothing.
 */
export function reviewDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  deed: ReviewDeed,
  now: Instant,
): Promise<Result<null>> {
  return register.write(async (transaction) => {
    const review = await readReview(transaction, actor, name, 'read_draft');
    if (!review) return refused({ code: 'draft_not_found' });
    const { work, draft, state } = review;
    const { version } = draft;
    if (version !== deed.expectedVersion) return refused({ code: 'draft_changed', theirVersion: version });
    const obstacle = whyNot(actor, review, deed);
    if (obstacle) return refused(obstacle);
    if (isDone(state, deed)) return accepted(null);
    const note = noteOf(deed);
    const obstacles = await obstaclesOf(transaction, draft.content);
    const problems = problemsFor(deed, obstacles.problems, unsettled(obstacles, note));
    if (problems.length > 0) return refused({ code: 'content_invalid', problems });
    const { userId } = actor;
    const kept = deed.kind === 'approved' && obstacles.personalData.length === 0 ? null : note;
    const act = { kind: deed.kind, version, note: kept, publishAt: null, userId, at: now };
    await insertDraftAct(transaction, work.id, act);
    const details = { version, ...(kept !== null && { reason: kept }) };
    const subject = `${name.type}/${name.slug}`;
    await writeAudit(transaction, { userId, action: `draft.${deed.kind}`, subject, details }, now);
    return accepted(null);
  });
}

function noteOf(deed: ReviewDeed): string | null {
  if (deed.kind === 'returned') return deed.reason.trim();
  return deed.kind === 'approved' ? deed.personalDataReason?.trim() || null : null;
}

/** What an author can put right must be so before others look; what a reviewer settles, before it is approved. */
function problemsFor(
  deed: ReviewDeed,
  problems: readonly FieldProblem[],
  left: readonly FieldProblem[],
): readonly FieldProblem[] {
  switch (deed.kind) {
    case 'submitted':
      return problems;
    case 'approved':
      return deed.personalDataReason !== null && deed.personalDataReason.length > reasonMaximum
        ? [{ field: 'personalData', reason: 'too_long' }]
        : left;
    case 'returned':
      if (deed.reason.trim() === '') return [{ field: 'returnReason', reason: 'required' }];
      return deed.reason.length > reasonMaximum ? [{ field: 'returnReason', reason: 'too_long' }] : [];
    default:
      return deed satisfies never;
  }
}

function whyNot(actor: Actor, review: DraftReview, deed: ReviewDeed): Refusal | null {
  const { work, draft, state } = review;
  switch (deed.kind) {
    case 'submitted':
      return may(actor, 'edit', work) ? null : { code: 'not_permitted' };
    case 'returned':
      if (!may(actor, 'publish', work)) return { code: 'not_permitted' };
      return state.kind === 'draft' ? { code: 'not_in_review' } : null;
    case 'approved': {
      const isApproved = state.kind === 'approved';
      return isApproved && may(actor, 'publish', work) ? null : whyNotApprove(actor, work, draft, review);
    }
    default:
      return deed satisfies never;
  }
}

function isDone(state: DraftReview['state'], deed: ReviewDeed): boolean {
  if (deed.kind === 'submitted') {
    return state.kind === 'approved' || (state.kind === 'in_review' && state.changedAfter === null);
  }
  return deed.kind === state.kind;
}
