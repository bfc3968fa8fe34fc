import type { WrittenDate } from '../thai/written-date.ts';
import type { SubmissionSource } from './submission.ts';

/**
 * How far somebody from outside judges a commitment to be carried out: the five points by which the Independent
 * Reporting Mechanism of the Open Government Partnership codes completion. It stands beside the count and never in it.
 */
export const assessmentScale = ['no_evidence', 'not_started', 'limited', 'substantial', 'complete'] as const;
export type AssessmentValue = (typeof assessmentScale)[number];

export type Assessment = {
  readonly id: number;
  /** Id of the commitment. */
  readonly commitment: string;
  readonly value: AssessmentValue;
  /** Who judged, by name of the body or office. */
  readonly assessor: string;
  /** False when the assessor is a party of the agreement, its steward or its hub. */
  readonly isIndependent: boolean;
  readonly date: WrittenDate;
  readonly source: SubmissionSource | null;
  readonly note: string | null;
};
