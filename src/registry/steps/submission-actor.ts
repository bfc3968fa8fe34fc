import type { Connection } from '../../../db/connection.ts';
import { findSubmission, type StoredSubmission } from '../../../db/submissions.ts';
import { dayInThailand, type Instant } from '../../domain/iso-date.ts';
import type { Actor } from '../../domain/permission.ts';
import {
  type Deciders,
  mayDecide,
  maySeeSubmissions,
  maySubmit,
  type Submitted,
} from '../../domain/submission-right.ts';
import { decidersOf } from './deciders-of.ts';
import { type AgreementOn, lineOf, readAgreement } from './read-agreement.ts';

/** A submission with the agreement as it is now, and what an actor may do with it. */
export type SubmissionForActor<Facts> = {
  readonly submission: StoredSubmission<Facts>;
  readonly agreement: AgreementOn;
  readonly deciders: Deciders;
  readonly submitted: Submitted;
  readonly may: { readonly decide: boolean; readonly correct: boolean; readonly see: boolean };
};

/** Null when there is none, or when it is nobody's business of the actor. */
export async function submissionFor<Facts>(
  connection: Connection,
  actor: Actor,
  id: number,
  now: Instant,
): Promise<SubmissionForActor<Facts> | null> {
  const submission = Number.isSafeInteger(id) ? await findSubmission<Facts>(connection, id) : null;
  const agreement = submission
    ? await readAgreement(connection, submission.work.slug, dayInThailand(now))
    : null;
  if (!submission || !agreement) return null;
  const deciders = await decidersOf(connection, agreement);
  const submitted: Submitted = {
    organisations: lineOf(submission.organisation, agreement.successions),
    userId:
      submission.acts.findLast(({ kind }) => kind === 'submitted' || kind === 'corrected')?.userId ?? null,
  };
  const may = {
    decide: mayDecide(actor, deciders, submitted),
    correct: maySubmit(actor, submitted.organisations),
    see: maySeeSubmissions(actor, deciders) || maySubmit(actor, submitted.organisations),
  };
  return may.see ? { submission, agreement, deciders, submitted, may } : null;
}
