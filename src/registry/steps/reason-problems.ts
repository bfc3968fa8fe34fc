import type { FieldProblem } from '../../domain/errors.ts';

/** The longest explanation that a timeline keeps, in UTF-16 units, as in the archive format. */
export const explanationMaximum = 1000;

/** What is wrong with an explanation that readers will see: there must be one, and it is one line long at most. */
export function reasonProblems(field: string, text: string): readonly FieldProblem[] {
  if (text.trim() === '') return [{ field, reason: 'required' }];
  return text.trim().length > explanationMaximum ? [{ field, reason: 'too_long' }] : [];
}
