import { writeAudit } from '../../../db/audit.ts';
import type { Connection } from '../../../db/connection.ts';
import { mapOrganisationIds } from '../../../db/organisations.ts';
import { insertSubmission, insertSubmissionAct, listSubmissions } from '../../../db/submissions.ts';
import type { StoredWork } from '../../../db/works.ts';
import type { Instant } from '../../domain/iso-date.ts';
import { presentStanding, type SubmissionKind } from '../../domain/submission.ts';
import { sameJson } from './canonical-manifest.ts';
import { storeCommitmentsOf } from './store-commitments.ts';

export type NewSubmission<Facts> = {
  readonly kind: SubmissionKind;
  readonly commitment: string | null;
  readonly organisation: string;
  readonly facts: Facts;
  readonly userId: number;
};

/**
 * Hands something in, in the transaction of its caller. The same facts that wait or were accepted already are the same
 * submission: a form that comes twice says nothing new.
 */
export async function storeSubmission<Facts>(
  transaction: Connection,
  work: StoredWork,
  { kind, commitment, organisation, facts, userId }: NewSubmission<Facts>,
  now: Instant,
): Promise<{ readonly id: number; readonly number: number }> {
  const of = { kind, ...(commitment !== null && { commitment }) };
  const same = (await listSubmissions<Facts>(transaction, work.id, of)).find((one) => {
    const standing = presentStanding(one);
    return (
      one.organisation === organisation && standing.state !== 'returned' && sameJson(standing.facts, facts)
    );
  });
  if (same) return { id: same.id, number: same.number };
  const organisationId = (await mapOrganisationIds(transaction)).get(organisation);
  if (organisationId === undefined) throw new Error(`the register has no ${organisation}`);
  const made = await insertSubmission(transaction, { workId: work.id, kind, commitment, organisationId });
  await insertSubmissionAct(transaction, made.id, { kind: 'submitted', facts, note: null, userId, at: now });
  await writeAudit(
    transaction,
    {
      userId,
      action: `${kind}.submitted`,
      subject: `${work.type}/${work.slug}`,
      details: { submission: made.number, organisation, ...(commitment !== null && { commitment }) },
    },
    now,
  );
  await storeCommitmentsOf(transaction, work, now, commitment);
  return made;
}
