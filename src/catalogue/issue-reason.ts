import type { z } from 'zod';
import type { FieldReason } from '../domain/errors.ts';

/** Why a zod issue is a problem, in the register's own vocabulary. */
export function issueReason(issue: z.core.$ZodIssue): FieldReason {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined') ? 'required' : 'wrong_kind';
    case 'unrecognized_keys':
      return 'unknown_field';
    case 'invalid_value':
      return 'not_in_list';
    case 'too_big':
      return 'too_long';
    case 'too_small':
      return 'too_short';
    case 'custom':
      return (issue.params?.['reason'] as FieldReason | undefined) ?? 'wrong_kind';
    case 'invalid_union':
      return 'wrong_kind';
    default:
      return 'wrong_kind';
  }
}
