import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertSubmissionAct } from '../../db/submissions.ts';
import { type AccessionFiling, claimableRoles } from '../domain/accession.ts';
import type { KeptFile } from '../domain/attachment.ts';
import type { EvidenceFiling } from '../domain/evidence.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { presentStanding } from '../domain/submission.ts';
import type { FileRoom } from '../files/file-room.ts';
import { sameJson } from './steps/canonical-manifest.ts';
import { keepUpload, type Upload } from './steps/keep-upload.ts';
import type { AgreementOn } from './steps/read-agreement.ts';
import {
  readAccession,
  readEvidence,
  type TypedAccession,
  type TypedEvidence,
} from './steps/read-submission.ts';
import { storeCommitmentsOf } from './steps/store-commitments.ts';
import { submissionFor } from './steps/submission-actor.ts';

export type Correction = {
  readonly id: number;
  /** How many acts there were when the form was opened. */
  readonly position: number;
  readonly typed: TypedEvidence | TypedAccession;
  /** A new file; null keeps the present one unless `dropsFile`. */
  readonly upload: Upload | null;
  readonly dropsFile: boolean;
};

/**
 * Brings other facts to a submission; after that it waits to be decided again, and what was accepted counts no more
 * until then.
 * Refused, with nothing changed: `submission_not_found`, `not_permitted`, `submission_changed`, `nothing_changed`,
 * `file_refused`, `content_invalid`.
 */
export async function correctSubmission(
  register: Register,
  room: FileRoom,
  actor: Actor,
  { id, position, typed, upload, dropsFile }: Correction,
  now: Instant,
): Promise<Result<null>> {
  const before = await submissionFor(register.read, actor, id, now);
  if (!before) return refused({ code: 'submission_not_found' });
  if (!before.may.correct) return refused({ code: 'not_permitted' });
  const kept = upload === null ? null : await keepUpload(room, upload);
  if (kept !== null && !kept.ok) return kept;
  return register.write(async (transaction) => {
    const found = await submissionFor<EvidenceFiling | AccessionFiling>(transaction, actor, id, now);
    if (!found) return refused({ code: 'submission_not_found' });
    if (!found.may.correct) return refused({ code: 'not_permitted' });
    const { submission, agreement } = found;
    if (submission.acts.length !== position) return refused({ code: 'submission_changed' });
    const { facts: present } = presentStanding(submission);
    const file: KeptFile | null = kept?.value.file ?? (dropsFile ? null : present.file);
    const today = dayInThailand(now);
    const facts =
      'title' in typed
        ? await readEvidence(transaction, typed, { today, file })
        : readAccession(typed, { today, file, roles: rolesFor(agreement, present) });
    if (!facts.ok) return facts;
    if (sameJson(facts.value, present)) return refused({ code: 'nothing_changed' });
    const act = { kind: 'corrected', facts: facts.value, note: null, userId: actor.userId, at: now } as const;
    await insertSubmissionAct(transaction, id, act);
    const details = { submission: submission.number, organisation: submission.organisation };
    const subject = `agreements/${submission.work.slug}`;
    const action = `${submission.kind}.corrected`;
    await writeAudit(transaction, { userId: actor.userId, action, subject, details }, now);
    await storeCommitmentsOf(transaction, agreement.work, now, submission.commitment);
    return accepted(null);
  });
}

/** The role it stands in may stay, also when no place without a name is left. */
const rolesFor = ({ roster, day }: AgreementOn, present: EvidenceFiling | AccessionFiling) => [
  ...claimableRoles(roster.tableOn(day)),
  ...('role' in present ? [present.role] : []),
];
