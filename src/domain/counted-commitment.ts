import type { Assessment } from './assessment.ts';
import type { CommitmentProgress, Reading } from './commitment-progress.ts';
import type { Commitment } from './edition.ts';
import type { EvidenceFiling } from './evidence.ts';
import type { Acceptance } from './submission.ts';
import type { UncountedDeed } from './uncounted.ts';

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
  /** By reading, the accepted deeds that are not in its numbers. */
  readonly uncounted: ReadonlyMap<Reading['scope'], readonly UncountedDeed[]>;
  /** How many pieces of evidence waited to be decided on the day. */
  readonly waiting: number;
  readonly assessments: readonly Assessment[];
};
