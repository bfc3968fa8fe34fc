import type { Connection, Register } from '../../db/connection.ts';
import { findOrganisation } from '../../db/organisations.ts';
import type { Commitment } from '../domain/edition.ts';
import { dayInThailand, type Instant, lastDayOf } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { maySubmit } from '../domain/submission-right.ts';
import type { FileRoom } from '../files/file-room.ts';
import { keepUpload, type Upload } from './steps/keep-upload.ts';
import { type AgreementOn, lineOf, readAgreement } from './steps/read-agreement.ts';
import { readEvidence, type TypedEvidence } from './steps/read-submission.ts';
import { storeSubmission } from './steps/store-submission.ts';

export type EvidenceToSubmit = {
  /** Slug of the agreement, and id of its commitment. */
  readonly agreement: string;
  readonly commitment: string;
  /** Slug of the organisation whose deed it is. */
  readonly organisation: string;
  readonly typed: TypedEvidence;
  readonly upload: Upload | null;
};

/**
 * Hands in a deed of an organisation that is to count toward a commitment. It counts once somebody else accepts it.
 * @returns the submission; sent twice it is the same one
 * Refused, with nothing changed: `work_not_found`, `commitment_not_found`, `organisation_not_found`, `not_permitted`,
 * `not_a_party`, `file_refused`, `content_invalid` at the fields of `TypedEvidence` or at `proof`.
 */
export async function submitEvidence(
  register: Register,
  room: FileRoom,
  actor: Actor,
  { agreement: slug, commitment: id, organisation, typed, upload }: EvidenceToSubmit,
  now: Instant,
): Promise<Result<{ readonly id: number; readonly number: number }>> {
  const today = dayInThailand(now);
  const asked = { slug, id, organisation };
  const before = await findPromise(register.read, actor, asked, now);
  if (!before.ok) return before;
  const kept = upload === null ? null : await keepUpload(room, upload);
  if (kept !== null && !kept.ok) return kept;
  const file = kept?.value.file ?? null;
  return register.write(async (transaction) => {
    const found = await findPromise(transaction, actor, asked, now);
    if (!found.ok) return found;
    const { agreement, commitment } = found.value;
    const facts = await readEvidence(transaction, typed, { today, file });
    if (!facts.ok) return facts;
    const done = facts.value.date;
    if (!promises(agreement, commitment, organisation, lastDayOf(done.end ?? done.start))) {
      return refused({ code: 'not_a_party', organisation });
    }
    const { userId } = actor;
    const submission = {
      kind: 'evidence',
      commitment: id,
      organisation,
      facts: facts.value,
      userId,
    } as const;
    return accepted(await storeSubmission(transaction, agreement.work, submission, now));
  });
}

async function findPromise(
  connection: Connection,
  actor: Actor,
  { slug, id, organisation }: { readonly slug: string; readonly id: string; readonly organisation: string },
  now: Instant,
): Promise<Result<{ readonly agreement: AgreementOn; readonly commitment: Commitment }>> {
  const agreement = await readAgreement(connection, slug, dayInThailand(now));
  if (!agreement) return refused({ code: 'work_not_found' });
  const { commitments, provenance } = agreement.manifest;
  const commitment = provenance === 'model' ? undefined : commitments.find((one) => one.id === id);
  if (!commitment) return refused({ code: 'commitment_not_found', id });
  if (!(await findOrganisation(connection, organisation))) {
    return refused({ code: 'organisation_not_found', slug: organisation });
  }
  if (!maySubmit(actor, lineOf(organisation, agreement.successions)))
    return refused({ code: 'not_permitted' });
  return accepted({ agreement, commitment });
}

/** What counts for a whole nation or an event may be anybody's deed; else it is a party's of that time. */
function promises(
  { roster, day }: AgreementOn,
  { scope }: Commitment,
  organisation: string,
  doneBy: string,
): boolean {
  if (scope.some((one) => one === 'national' || one === 'event')) return true;
  return roster.isParty(organisation, (doneBy < day ? doneBy : day) as typeof day);
}
