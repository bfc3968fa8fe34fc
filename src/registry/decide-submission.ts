import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertSubmissionAct } from '../../db/submissions.ts';
import type { AccessionFiling } from '../domain/accession.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { EvidenceFiling } from '../domain/evidence.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { isUnsaid } from '../domain/public-submission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { nextActs, presentStanding } from '../domain/submission.ts';
import { decidingFor, maySeeSubmissions } from '../domain/submission-right.ts';
import { reasonProblems } from './steps/reason-problems.ts';
import { storeCommitmentsOf } from './steps/store-commitments.ts';
import { submissionFor } from './steps/submission-actor.ts';

export const decisions = ['accepted', 'returned', 'reversed'] as const;

export type Decision = {
  readonly id: number;
  readonly kind: (typeof decisions)[number];
  /** Why; needed to return and to take back. */
  readonly reason: string;
  /** How many acts there were when it was looked at. */
  readonly position: number;
};

/**
 * Accepts or returns what was handed in, or takes such a decision back. What is accepted counts, and its facts and file
 * are public, from this moment.
 * Refused, with nothing changed: `submission_not_found`, `own_submission` to whoever handed it in or belongs to its
 * organisation, `not_permitted`, `submission_changed`, `content_invalid` (`reason`; `title` of what an
 * archive brought without its words).
 */
export function decideSubmission(
  register: Register,
  actor: Actor,
  { id, kind, reason, position }: Decision,
  now: Instant,
): Promise<Result<null>> {
  return register.write(async (transaction) => {
    const found = await submissionFor<EvidenceFiling | AccessionFiling>(transaction, actor, id, now);
    if (!found) return refused({ code: 'submission_not_found' });
    const { submission, agreement, deciders, may } = found;
    if (!may.decide) {
      const code = maySeeSubmissions(actor, deciders) ? 'own_submission' : 'not_permitted';
      return refused({ code });
    }
    const isRetry = submission.acts.length === position + 1 && submission.acts.at(-1)?.kind === kind;
    if (isRetry && submission.acts.at(-1)?.userId === actor.userId) return accepted(null);
    const isOpen = nextActs[presentStanding(submission).state].includes(kind);
    if (submission.acts.length !== position || !isOpen) return refused({ code: 'submission_changed' });
    const problems =
      kind === 'accepted'
        ? unsaidProblems(presentStanding(submission).facts)
        : reasonProblems('reason', reason);
    if (problems.length > 0) return refused({ code: 'content_invalid', problems });
    const note = reason.replace(/\s+/g, ' ').trim();
    const { userId } = actor;
    const decidedFor = decidingFor(actor, deciders);
    const act = { kind, facts: null, note: note === '' ? null : note, userId, at: now, decidedFor } as const;
    await insertSubmissionAct(transaction, id, act);
    const { number, organisation, commitment } = submission;
    const details = { submission: number, organisation, ...(commitment !== null && { commitment }), note };
    const subject = `agreements/${submission.work.slug}`;
    await writeAudit(transaction, { userId, action: `${submission.kind}.${kind}`, subject, details }, now);
    // Evidence moves no party, so the agreement that was read is still how it stands.
    const known = commitment === null ? null : agreement;
    await storeCommitmentsOf(transaction, agreement.work, now, commitment, known);
    return accepted(null);
  });
}

/** Facts that an archive brought without their words are said again, by a correction, before they can be public. */
const unsaidProblems = (facts: EvidenceFiling | AccessionFiling): readonly FieldProblem[] =>
  isUnsaid(facts) ? [{ field: 'title', reason: 'required' }] : [];
