import type { Register } from '../../db/connection.ts';
import { findRevision } from '../../db/draft-revisions.ts';
import { findWork } from '../../db/works.ts';
import { mergeFields, settleFields } from '../difference/merge-fields.ts';
import type { MergeChoice } from '../difference/merged-text.ts';
import { applyGoodFields, type DraftFields, fieldsOf } from '../domain/draft.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { changeDraft } from './steps/change-draft.ts';

export type DraftMergeRequest = {
  /** The version that my typing began from; 0 when it is not known. */
  readonly baseVersion: number;
  /** The version of theirs that I saw. */
  readonly expectedVersion: number;
  readonly mine: DraftFields;
  /** How I settled the conflict of this name, see `conflictName`; null when I did not. */
  readonly choiceOf: (name: string) => MergeChoice | null;
};

export type MergedDraft = {
  /** The version that now holds the merged text. */
  readonly version: number;
  readonly fields: DraftFields;
  /** Merged fields that cannot be stored as they are and stay as they were. */
  readonly problems: readonly FieldProblem[];
};

/**
 * Saves what two people made of one draft as one text: changes that do not touch as they are, conflicts as settled.
 * Refused: `draft_not_found` (also when it is not the actor's to edit), `draft_changed` when somebody saved again,
 * `merge_unsettled` when a conflict has no choice. A refusal changes nothing.
 */
export async function mergeDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  { baseVersion, expectedVersion, mine, choiceOf }: DraftMergeRequest,
  now: Instant,
): Promise<Result<MergedDraft>> {
  let merged: Omit<MergedDraft, 'version'> = { fields: mine, problems: [] };
  const saved = await changeDraft(
    register,
    actor,
    name,
    {
      expectedVersion,
      kind: 'merged',
      change: async (content, transaction) => {
        const work = await findWork(transaction, name);
        const base = work && (await findRevision(transaction, work.id, baseVersion));
        const pieces = mergeFields(base && fieldsOf(base.content), mine, fieldsOf(content));
        const fields = settleFields(pieces, choiceOf);
        if (!fields) return refused({ code: 'merge_unsettled' });
        const applied = applyGoodFields(content, fields);
        merged = { fields, problems: applied.problems };
        return accepted(applied.content);
      },
    },
    now,
  );
  return saved.ok ? accepted({ ...saved.value, ...merged }) : saved;
}
