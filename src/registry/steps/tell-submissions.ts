import { describeAgreements } from '../../../db/agreements.ts';
import type { Connection } from '../../../db/connection.ts';
import { findOrganisations } from '../../../db/organisations.ts';
import type { StoredSubmission } from '../../../db/submissions.ts';
import type { AccessionFiling } from '../../domain/accession.ts';
import type { EvidenceFiling } from '../../domain/evidence.ts';
import type { Instant } from '../../domain/iso-date.ts';
import { presentStanding, type SubmissionKind, type SubmissionState } from '../../domain/submission.ts';

/** Either kind of what is handed in. */
export type Filing = EvidenceFiling | AccessionFiling;

/** A submission as a list tells of it. */
export type ToldSubmission = {
  readonly id: number;
  readonly number: number;
  readonly kind: SubmissionKind;
  /** Slug and title of the agreement. */
  readonly agreement: string;
  readonly title: string;
  /** What is counted; null for an accession, or when the agreement names it no more. */
  readonly metric: string | null;
  /** What was done, in one line; null for an accession. */
  readonly deed: string | null;
  readonly organisation: string;
  readonly state: SubmissionState;
  /** When it came to that state, and through whom; null for the command line. */
  readonly since: Instant;
  readonly by: string | null;
  /** Why it was returned, or why a decision was taken back. */
  readonly reason: string | null;
};

/** Tells of submissions in their order, with the names of what they are about. */
export async function tellSubmissions(
  connection: Connection,
  submissions: readonly StoredSubmission<Filing>[],
): Promise<readonly ToldSubmission[]> {
  const agreements = await describeAgreements(
    connection,
    submissions.map(({ workId }) => workId),
  );
  const organisations = await findOrganisations(
    connection,
    submissions.map(({ organisation }) => organisation),
  );
  return submissions.map((one) => {
    const agreement = agreements.get(one.workId);
    const { state, facts, since } = presentStanding(one);
    const last = one.acts.at(-1);
    return {
      ...{ id: one.id, number: one.number, kind: one.kind, state, since },
      agreement: one.work.slug,
      title: agreement?.title ?? one.work.slug,
      metric: agreement?.commitments.find(({ id }) => id === one.commitment)?.metric ?? null,
      deed: 'title' in facts ? facts.title : null,
      organisation: organisations.get(one.organisation)?.name ?? one.organisation,
      by: last?.userName ?? null,
      reason: last?.note ?? null,
    };
  });
}
