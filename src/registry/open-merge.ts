import type { Register } from '../../db/connection.ts';
import { findRevision } from '../../db/draft-revisions.ts';
import type { StoredDraft } from '../../db/drafts.ts';
import { type DraftFields, fieldsOf } from '../domain/draft.ts';
import { describeMerge, type MergedFieldView } from './steps/describe-merge.ts';

/** Two texts of one draft beside each other, and what becomes of them. */
export type DraftMerge = {
  /** The version that mine began from. */
  readonly baseVersion: number;
  readonly mine: DraftFields;
  readonly fields: readonly MergedFieldView[];
};

/**
 * Sets what somebody typed beside what is saved by now.
 * @param draft as the actor may read it
 * @param baseVersion the version the typing began from; 0 when it is not known
 */
export async function openMerge(
  register: Register,
  draft: StoredDraft,
  baseVersion: number,
  mine: DraftFields,
): Promise<DraftMerge> {
  const base = await findRevision(register.read, draft.workId, baseVersion);
  const fields = describeMerge(base && fieldsOf(base.content), mine, fieldsOf(draft.content));
  return { baseVersion, mine, fields };
}
