import type { FieldProblem, Refusal } from '../../domain/errors.ts';
import { fieldReasonTexts } from '../../i18n/field-reasons.ts';

/** The form's field that a dotted path belongs to: `places.2` is shown at `places`. */
export const fieldOf = (problem: FieldProblem): string => problem.field.split('.')[0] ?? problem.field;

/** What is wrong, with what was found there when it is known. */
export const problemText = ({ reason, found }: FieldProblem): string =>
  found === undefined ? fieldReasonTexts[reason] : `${fieldReasonTexts[reason]} (พบ “${found}”)`;

export const problemsAt = (problems: readonly FieldProblem[], field: string): readonly string[] =>
  problems.filter((problem) => fieldOf(problem) === field).map(problemText);

/** The problems of a refusal, field by field; other refusals have none. */
export const problemsOf = (refusal: Refusal | null): readonly FieldProblem[] =>
  refusal?.code === 'content_invalid' ? refusal.problems : [];

/** Id of a field's control. No eid of a previewed text begins so. */
export const controlId = (field: string): string => `field-${field}`;
