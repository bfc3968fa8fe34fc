import type { Register } from '../../../db/connection.ts';
import { findRevision } from '../../../db/draft-revisions.ts';
import { findDraft } from '../../../db/drafts.ts';
import { findWork } from '../../../db/works.ts';
import { fieldsOf } from '../../domain/draft.ts';
import type { Instant } from '../../domain/iso-date.ts';
import type { Actor } from '../../domain/permission.ts';
import type { Result } from '../../domain/result.ts';
import type { WorkName } from '../../domain/work.ts';
import { sameJson } from './canonical-manifest.ts';
import { changeDraft, type DraftChange } from './change-draft.ts';

/**
 * Changes the text of a draft, for a form that holds the text alone. The lock is on the text: when only other parts,
 * such as parties or attachments, were saved since the form was opened, they stay and the text is saved beside them.
 * Refused as by `changeDraft`; `draft_changed` only when the text itself is another one by now.
 */
export async function changeText(
  register: Register,
  actor: Actor,
  name: WorkName,
  change: DraftChange,
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  for (let { expectedVersion } = change; ; ) {
    const changed = await changeDraft(register, actor, name, { ...change, expectedVersion }, now);
    if (changed.ok || changed.refusal.code !== 'draft_changed') return changed;
    const { theirVersion } = changed.refusal;
    const isNewer = theirVersion > expectedVersion;
    if (!isNewer || !(await hasSameText(register, name, change.expectedVersion, theirVersion)))
      return changed;
    expectedVersion = theirVersion;
  }
}

/** True when the draft is at `version` and holds the text that it held at `before`. */
async function hasSameText(
  { read }: Register,
  name: WorkName,
  before: number,
  version: number,
): Promise<boolean> {
  const work = await findWork(read, name);
  const draft = work && (await findDraft(read, work.id));
  const base = work && (await findRevision(read, work.id, before));
  if (!draft || !base || draft.version !== version) return false;
  const isKept = base.version === before;
  return isKept && sameJson(fieldsOf(base.content), fieldsOf(draft.content));
}
