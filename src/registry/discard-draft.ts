import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { deleteDraft, findDraft } from '../../db/drafts.ts';
import { listEditions } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import { type DraftFields, fieldsOf } from '../domain/draft.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { sameJson } from './steps/canonical-manifest.ts';

/**
 * Takes away the draft of a work that has a published edition. No word is lost: the audit entry
 * `draft.discarded` keeps the whole content, and beside it what was typed and not yet saved.
 * @param discard.expectedVersion the version the form was opened with
 * @returns the version that was taken away
 * Refused: `draft_not_found` (also when it is not the actor's to edit), `draft_changed`,
 * `first_draft_stays` for a work without an edition, of which nothing would be left.
 */
export function discardDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  discard: { readonly expectedVersion: number; readonly fields: DraftFields },
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  return register.write(async (transaction) => {
    const work = await findWork(transaction, name);
    const draft = work && may(actor, 'edit', work) ? await findDraft(transaction, work.id) : null;
    if (!work || !draft) return refused({ code: 'draft_not_found' });
    const { id, version, content, basedOn, editedBy, editedAt } = draft;
    if (version !== discard.expectedVersion) return refused({ code: 'draft_changed', theirVersion: version });
    if ((await listEditions(transaction, work.id)).length === 0) {
      return refused({ code: 'first_draft_stays' });
    }
    if (!(await deleteDraft(transaction, id, version))) {
      throw new Error('the draft changed inside its own transaction');
    }
    const unsaved = sameJson(discard.fields, fieldsOf(content)) ? null : discard.fields;
    const subject = `${name.type}/${name.slug}`;
    const details = { version, basedOn, editedBy, editedAt, content, unsaved };
    await writeAudit(transaction, { userId: actor.userId, action: 'draft.discarded', subject, details }, now);
    return accepted({ version });
  });
}
