import { type Assessment, assessmentScale } from '../../domain/assessment.ts';
import type { FieldProblem } from '../../domain/errors.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import { lineIn, readBasis, readDate, refusePersonalData, type TypedBasis } from './read-submission.ts';

export type TypedAssessment = TypedBasis & {
  /** Id of the commitment. */
  readonly commitment: string;
  /** One of the five points. */
  readonly value: string;
  readonly assessor: string;
  /** `yes` or `no`. */
  readonly independent: string;
};

const assessorMaximum = 300;

/**
 * Reads what was typed about an assessment. All but its note is needed; the source is where readers find it.
 * @param given.isInvolved whether the assessor is a party of the agreement, its steward or its hub by name
 */
export function readAssessment(
  typed: TypedAssessment,
  given: {
    readonly today: IsoDate;
    readonly commitments: readonly string[];
    readonly isInvolved: (assessor: string) => boolean;
  },
): Result<Omit<Assessment, 'id'>> {
  const problems: FieldProblem[] = [];
  const commitment = given.commitments.find((id) => id === typed.commitment);
  if (commitment === undefined) problems.push({ field: 'commitment', reason: 'not_in_list' });
  const value = assessmentScale.find((one) => one === typed.value);
  if (value === undefined) problems.push({ field: 'value', reason: 'not_in_list' });
  const assessor = lineIn(typed.assessor);
  if (assessor === '') problems.push({ field: 'assessor', reason: 'required' });
  if (assessor.length > assessorMaximum) problems.push({ field: 'assessor', reason: 'too_long' });
  const isIndependent = typed.independent === 'yes';
  if (!isIndependent && typed.independent !== 'no')
    problems.push({ field: 'independent', reason: 'not_in_list' });
  if (isIndependent && given.isInvolved(assessor)) {
    problems.push({ field: 'independent', reason: 'not_independent' });
  }
  const date = readDate(typed.date, given.today, problems);
  if (typed.date.trim() === '') problems.push({ field: 'date', reason: 'required' });
  const { source, note } = readBasis(typed, problems);
  if (source === null && !problems.some(({ field }) => field === 'sourceTitle')) {
    problems.push({ field: 'sourceTitle', reason: 'required' });
  }
  refusePersonalData({ assessor, note: note ?? '' }, problems);
  if (problems.length > 0 || commitment === undefined || value === undefined || date === null) {
    return refused({ code: 'content_invalid', problems });
  }
  return accepted({ commitment, value, assessor, isIndependent, date, source, note });
}
