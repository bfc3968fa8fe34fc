import type { Connection, Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { findTitles } from '../../db/relations.ts';
import type { StoredSubmission } from '../../db/submissions.ts';
import { type AccessionFiling, claimableRoles } from '../domain/accession.ts';
import { type CommitmentProgress, commitmentProgress } from '../domain/commitment-progress.ts';
import {
  type AccessionEffect,
  accessionEffect,
  type EvidenceEffect,
  evidenceEffect,
} from '../domain/decision-effect.ts';
import type { Commitment, PartyRole } from '../domain/edition.ts';
import { countableEvidence, type EvidenceFiling } from '../domain/evidence.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/permission.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import {
  nextActs,
  presentStanding,
  type SubmissionActKind,
  type SubmissionState,
} from '../domain/submission.ts';
import { isSlug, isWorkType } from '../domain/work.ts';
import { listEvidenceOf } from './steps/list-evidence.ts';
import { type AgreementOn, promisedBy } from './steps/read-agreement.ts';
import { submissionFor } from './steps/submission-actor.ts';
import type { Filing } from './steps/tell-submissions.ts';

/** A submission as those see it who handed it in or decide about it. */
export type SubmissionPage = {
  readonly submission: StoredSubmission<Filing>;
  readonly state: SubmissionState;
  /** What is said now, after all corrections. */
  readonly facts: Filing;
  readonly title: string;
  readonly edition: number;
  /** What it counts toward, and how far that is kept; null for an accession, or when the agreement names it no more. */
  readonly counted: { readonly commitment: Commitment; readonly progress: CommitmentProgress } | null;
  /** What the open decision would change; null when nothing can be decided. */
  readonly effect: EvidenceEffect | AccessionEffect | null;
  /** The decisions that this person may take now. */
  readonly decisions: readonly SubmissionActKind[];
  readonly mayCorrect: boolean;
  /** True when it waits for somebody else, because nobody decides about one's own. */
  readonly isOwn: boolean;
  /** The roles that a correction may name. */
  readonly roles: readonly PartyRole[];
  readonly organisation: Organisation | null;
  /** Names of all that is counted. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly places: ReadonlyMap<string, PlaceChain>;
  /** Title of the work that shows the deed. */
  readonly workTitle: string | null;
};

/**
 * Opens what somebody handed in about an agreement. Refused: `submission_not_found`, also when it is nobody's business
 * of the actor.
 */
export async function openSubmission(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  id: number,
  now: Instant,
): Promise<Result<SubmissionPage>> {
  const found = await submissionFor<Filing>(read, actor, id, now);
  if (!found) return refused({ code: 'submission_not_found' });
  const { submission, agreement, may } = found;
  const { state, facts } = presentStanding(submission);
  const evidence = submission.kind === 'evidence' ? await countOf(read, agreement, submission, now) : null;
  const effect =
    evidence?.effect ??
    (submission.kind === 'accession'
      ? accessionEffect(
          agreement.partyEdition,
          agreement.successions,
          submission as StoredSubmission<AccessionFiling>,
          {
            day: agreement.day,
            now,
          },
        )
      : null);
  const own = await findOrganisations(read, [submission.organisation]);
  const organisation = own.get(submission.organisation) ?? null;
  const units = effect?.kind === 'evidence' ? effect.changes.flatMap(({ unit }) => unit ?? []) : [];
  const place = 'place' in facts && facts.place !== null ? [facts.place] : [];
  return accepted({
    ...{ submission, state, facts, organisation },
    title: agreement.manifest.title,
    edition: agreement.number,
    counted: evidence && { commitment: evidence.commitment, progress: evidence.progress },
    effect: state === 'returned' ? null : effect,
    decisions: may.decide ? nextActs[state].filter((kind) => kind !== 'corrected') : [],
    mayCorrect: may.correct,
    isOwn: !may.decide,
    roles: [
      ...claimableRoles(agreement.roster.tableOn(agreement.day)),
      ...('role' in facts ? [facts.role] : []),
    ].filter((role, index, roles) => roles.indexOf(role) === index),
    organisations: new Map([...agreement.organisations, ...own]),
    places: await findPlaceChains(read, [
      ...place,
      ...(organisation?.covers ?? []),
      ...units.filter((unit) => /^\d/.test(unit)),
    ]),
    workTitle: 'work' in facts ? await titleOf(read, facts.work) : null,
  });
}

/** The commitment of a piece of evidence as it is counted now, and after the open decision; null when it is gone. */
async function countOf(
  connection: Connection,
  agreement: AgreementOn,
  submission: StoredSubmission<Filing>,
  now: Instant,
) {
  const { day, manifest } = agreement;
  const commitment = manifest.commitments.find(({ id }) => id === submission.commitment);
  if (!commitment) return null;
  const promised = promisedBy(agreement, commitment);
  const evidence = await listEvidenceOf(connection, agreement.work.id, commitment.id);
  return {
    commitment,
    progress: commitmentProgress(promised, evidence.map(countableEvidence), day),
    effect: evidenceEffect(promised, evidence, submission as StoredSubmission<EvidenceFiling>, { day, now }),
  };
}

async function titleOf(connection: Connection, path: string | null): Promise<string | null> {
  const [type = '', slug = ''] = path?.split('/') ?? [];
  if (!isWorkType(type) || !isSlug(slug)) return null;
  return (await findTitles(connection, [{ type, slug }])).get(`${type}/${slug}`)?.title ?? null;
}
