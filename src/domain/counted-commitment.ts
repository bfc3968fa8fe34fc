import type { Assessment } from './assessment.ts';
import type { CommitmentProgress } from './commitment-progress.ts';
import type { Commitment } from './edition.ts';
import type { EvidenceFiling } from './evidence.ts';
import type { Acceptance } from './submission.ts';

/** A deed that was accepted on the day. */
export type EvidenceRow = {
  /** Number of the submission, which is the id by which the arithmetic names it. */
  readonly number: number;
  readonly organisation: string;
  readonly amount: number;
  /** As exact as it is known. */
  readonly doneOn: string;
  /** What is said of it; null when it is not accepted with these facts any more, and so not public. */
  readonly filing: EvidenceFiling | null;
  readonly accepted: Acceptance;
};

/** A commitment as it was counted on a day, with what was judged of it from outside. */
export type CountedCommitment = {
  readonly commitment: Commitment;
  readonly progress: CommitmentProgress;
  readonly evidence: readonly EvidenceRow[];
  /** How many pieces of evidence waited to be decided on the day. */
  readonly waiting: number;
  readonly assessments: readonly Assessment[];
};
