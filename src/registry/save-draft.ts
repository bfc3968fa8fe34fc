import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findDraft, updateDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import { applyFields, type DraftFields } from '../domain/draft.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { parseWrittenDate } from '../thai/parse-date.ts';
import { sameJson } from './steps/canonical-manifest.ts';

/**
 * Saves what the form says, if nobody saved since the form was opened. Saving what is there already
 * is no save: the version stays, and so does the name of who edited last, which four eyes ask for.
 * @param expectedVersion the version the form was opened with
 * @returns the version that now holds what the form says
 * Refused: `draft_not_found` (also when it is not the actor's to edit), `draft_changed`,
 * `content_invalid`. A refused save changes nothing.
 */
export function saveDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  save: { readonly expectedVersion: number; readonly fields: DraftFields },
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  return register.write(async (transaction) => {
    const work = await findWork(transaction, name);
    const draft = work && may(actor, 'edit', work) ? await findDraft(transaction, work.id) : null;
    if (!draft) return refused({ code: 'draft_not_found' });
    const { expectedVersion } = save;
    const content = applyFields(draft.content, save.fields, parseWrittenDate);
    if (draft.version !== expectedVersion) {
      return refused({ code: 'draft_changed', theirVersion: draft.version });
    }
    if (!content.ok) return content;
    if (sameJson(content.value, draft.content)) return accepted({ version: expectedVersion });
    if (JSON.stringify(content.value) === JSON.stringify(draft.content)) {
      return accepted({ version: expectedVersion });
    }
    const saved = await updateDraft(transaction, {
      id: draft.id,
      expectedVersion,
      content: content.value,
      userId: actor.userId,
      at: now,
    });
    if (!saved) return refused({ code: 'draft_changed', theirVersion: draft.version });
    const version = expectedVersion + 1;
    const subject = `${name.type}/${name.slug}`;
    await writeAudit(
      transaction,
      { userId: actor.userId, action: 'draft.saved', subject, details: { version } },
      now,
    );
    return accepted({ version });
  });
}
