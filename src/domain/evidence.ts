import type { WrittenDate } from '../thai/written-date.ts';
import type { KeptFile } from './attachment.ts';
import {
  dayActs,
  type RecordedAct,
  type Submission,
  type SubmissionAct,
  type SubmissionSource,
  type SubmissionState,
  submissionOn,
} from './submission.ts';

/** What is counted of a deed; a correction replaces all of it. */
export type EvidenceFacts = {
  /** When it was done: ISO date of the common era, as exact as it is known. */
  readonly doneOn: string;
  /** Official code of the place it was done for; null when not stated. */
  readonly place: string | null;
  /** How many of the commitment's units it is. */
  readonly amount: number;
};

export type EvidenceAct = SubmissionAct<EvidenceFacts>;

/** A deed that is to count toward a commitment, with everything that was decided about it, in the order recorded. */
export type Evidence = {
  readonly id: string;
  /** Id of the commitment. */
  readonly commitment: string;
  /** Slug of the organisation whose deed it is. */
  readonly organisation: string;
  readonly acts: readonly EvidenceAct[];
};

export type StandingEvidence = {
  readonly id: string;
  readonly organisation: string;
  readonly state: SubmissionState;
  readonly facts: EvidenceFacts;
};

/**
 * How a piece of evidence stands on a day; null before it was submitted. Acts count from their day on, whenever the
 * deed itself was done.
 * @param day YYYY-MM-DD in Thailand
 */
export function evidenceOn({ id, organisation, acts }: Evidence, day: string): StandingEvidence | null {
  const standing = submissionOn(acts, day);
  return standing && { id, organisation, ...standing };
}

/** All that is said of a deed when it is handed in. At least one of `source`, `work` and `file` shows it. */
export type EvidenceFiling = {
  /** What was done, in one line. */
  readonly title: string;
  readonly date: WrittenDate;
  readonly place: string | null;
  readonly amount: number;
  readonly source: SubmissionSource | null;
  /** A work of the register that shows it: `type/slug`, such as an area agreement. */
  readonly work: string | null;
  readonly file: KeptFile | null;
  readonly note: string | null;
};

/** What counts of a filing: a deed that took several days is counted when it ended. */
export const factsOfFiling = ({ date, place, amount }: EvidenceFiling): EvidenceFacts => ({
  doneOn: date.end ?? date.start,
  place,
  amount,
});

/** What the arithmetic of commitments needs of a submission of evidence. */
export type EvidenceToCount = Pick<Submission<EvidenceFiling>, 'number' | 'commitment' | 'organisation'> & {
  readonly acts: readonly Pick<RecordedAct<EvidenceFiling>, 'kind' | 'facts' | 'at'>[];
};

/** A submission of evidence as the arithmetic of commitments takes it; its id is its number. */
export function countableEvidence(submission: EvidenceToCount): Evidence {
  const { number, commitment, organisation, acts } = submission;
  if (commitment === null) throw new Error(`submission ${number} is no evidence`);
  return {
    id: String(number),
    commitment,
    organisation,
    acts: dayActs(acts).map((act) => ('facts' in act ? { ...act, facts: factsOfFiling(act.facts) } : act)),
  };
}
