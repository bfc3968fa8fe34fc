import type { Register } from '../../db/connection.ts';
import { findRevision } from '../../db/draft-revisions.ts';
import { findWork } from '../../db/works.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { changeDraft } from './steps/change-draft.ts';

/**
 * Makes what a draft held at an earlier version its content again, as a new version: what it held until now stays in
 * the history.
 * @param restore.expectedVersion the version that the officer saw as the present one
 * @param restore.version the one to bring back
 * @returns the version that now holds it
 * Refused: `draft_not_found` (also when it is not the actor's to edit), `draft_changed`, `revision_not_found`.
 */
export const restoreRevision = (
  register: Register,
  actor: Actor,
  name: WorkName,
  restore: { readonly expectedVersion: number; readonly version: number },
  now: Instant,
): Promise<Result<{ readonly version: number }>> =>
  changeDraft(
    register,
    actor,
    name,
    {
      expectedVersion: restore.expectedVersion,
      kind: 'restored',
      change: async (content, transaction) => {
        const work = await findWork(transaction, name);
        const revision = work && (await findRevision(transaction, work.id, restore.version));
        if (revision?.version !== restore.version) return refused({ code: 'revision_not_found' });
        return accepted({ ...revision.content, edition: content.edition });
      },
    },
    now,
  );
