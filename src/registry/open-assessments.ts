import { listAssessments } from '../../db/assessments.ts';
import type { Register } from '../../db/connection.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Commitment } from '../domain/edition.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { readAgreement } from './steps/read-agreement.ts';

/** The assessments of an agreement, for whoever records them. */
export type AssessmentsPage = {
  /** Slug and title of the agreement. */
  readonly agreement: string;
  readonly title: string;
  readonly commitments: readonly Commitment[];
  /** Those that were not taken back, in the order recorded. */
  readonly assessments: readonly Assessment[];
};

/** Refused: `work_not_found`, `not_permitted` to whoever is neither a publisher of the steward nor a registrar. */
export async function openAssessments(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  slug: string,
  now: Instant,
): Promise<Result<AssessmentsPage>> {
  const agreement = await readAgreement(read, slug, dayInThailand(now));
  if (!agreement || agreement.manifest.provenance === 'model') return refused({ code: 'work_not_found' });
  const { work, manifest } = agreement;
  if (!may(actor, 'publish', work)) return refused({ code: 'not_permitted' });
  return accepted({
    agreement: slug,
    title: manifest.title,
    commitments: manifest.commitments,
    assessments: await listAssessments(read, work.id),
  });
}
