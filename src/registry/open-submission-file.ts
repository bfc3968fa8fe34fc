import type { Register } from '../../db/connection.ts';
import type { KeptFile } from '../domain/attachment.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { submissionFor } from './steps/submission-actor.ts';
import type { Filing } from './steps/tell-submissions.ts';

/**
 * A file of a submission, of its present facts or of those before a correction (of several of one name the last), for
 * those who see the submission. Refused: `submission_not_found`, `attachment_not_found`.
 */
export async function openSubmissionFile(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  id: number,
  name: string,
  now: Instant,
): Promise<Result<KeptFile>> {
  const found = await submissionFor<Filing>(read, actor, id, now);
  if (!found) return refused({ code: 'submission_not_found' });
  const act = found.submission.acts.findLast(({ facts }) => facts?.file?.name === name);
  return act?.facts?.file ? accepted(act.facts.file) : refused({ code: 'attachment_not_found' });
}
