import { listAssessments, retractAssessment as storeRetraction } from '../../db/assessments.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findWork } from '../../db/works.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { reasonProblems } from './steps/reason-problems.ts';

export type AssessmentToRetract = {
  /** Slug of the agreement. */
  readonly agreement: string;
  readonly id: number;
  readonly reason: string;
};

/**
 * Takes an assessment off every page; the register keeps it and why.
 * Refused, with nothing changed: `work_not_found`, `not_permitted`, `assessment_not_found`, `content_invalid` (`reason`).
 */
export function retractAssessment(
  register: Register,
  actor: Actor,
  { agreement: slug, id, reason }: AssessmentToRetract,
  now: Instant,
): Promise<Result<null>> {
  return register.write(async (transaction) => {
    const work = await findWork(transaction, { type: 'agreements', slug });
    if (!work) return refused({ code: 'work_not_found' });
    if (!may(actor, 'publish', work)) return refused({ code: 'not_permitted' });
    const assessment = (await listAssessments(transaction, work.id)).find((one) => one.id === id);
    if (!assessment) return refused({ code: 'assessment_not_found' });
    const problems = reasonProblems('reason', reason);
    if (problems.length > 0) return refused({ code: 'content_invalid', problems });
    const { userId } = actor;
    const note = reason.replace(/\s+/g, ' ').trim();
    await storeRetraction(transaction, id, { note, userId, at: now });
    const { commitment, assessor } = assessment;
    const details = { assessment: id, commitment, assessor, note };
    const subject = `agreements/${slug}`;
    await writeAudit(transaction, { userId, action: 'assessment.retracted', subject, details }, now);
    return accepted(null);
  });
}
