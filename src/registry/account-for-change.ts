import type { Register } from '../../db/connection.ts';
import { applyFields, fieldsOf } from '../domain/draft.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import type { Result } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { changeDraft } from './steps/change-draft.ts';

/**
 * Saves what kind of change a draft is and what it changes, when either differs from what the draft says.
 * @param account.changeKind null leaves it as it is; so does null for the note
 * @returns the version that now says so
 * Refused: `draft_not_found`, `draft_changed`, `content_invalid`. A refused save changes nothing.
 */
export const accountForChange = (
  register: Register,
  actor: Actor,
  name: WorkName,
  account: {
    readonly expectedVersion: number;
    readonly changeKind: string | null;
    readonly changeNote: string | null;
  },
  now: Instant,
): Promise<Result<{ readonly version: number }>> => {
  const { expectedVersion, changeKind, changeNote } = account;
  return changeDraft(
    register,
    actor,
    name,
    {
      expectedVersion,
      kind: 'saved',
      change: (content) => {
        const before = fieldsOf(content);
        const fields = {
          ...before,
          changeKind: changeKind ?? before.changeKind,
          changeNote: changeNote ?? before.changeNote,
        };
        return applyFields(content, fields);
      },
    },
    now,
  );
};
