import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertRemark } from '../../db/remarks.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { remarkMaximum } from '../domain/remark.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';
import { readReview } from './steps/read-review.ts';

/**
 * Notes a remark on a provision of a draft, or on the whole. It is kept with the version that was read, so that it can
 * be told later whether the text has changed since.
 * @param remark.eid the provision; null: the whole
 * @returns the id of the remark
 * Refused: `draft_not_found` (also when it is not the actor's), `draft_changed`, `content_invalid`.
 */
export function remarkDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  remark: {
    readonly expectedVersion: number;
    readonly eid: string | null;
    readonly quote: string | null;
    readonly text: string;
  },
  now: Instant,
): Promise<Result<{ readonly id: number }>> {
  return register.write(async (transaction) => {
    const review = await readReview(transaction, actor, name, 'read_draft');
    if (!review) return refused({ code: 'draft_not_found' });
    const { work, draft } = review;
    if (draft.version !== remark.expectedVersion) {
      return refused({ code: 'draft_changed', theirVersion: draft.version });
    }
    const { eid } = remark;
    const [text, quote] = [remark.text.trim(), remark.quote?.trim() || null];
    const problems: FieldProblem[] = [];
    if (text === '') problems.push({ field: 'remark', reason: 'required' });
    if (text.length > remarkMaximum) problems.push({ field: 'remark', reason: 'too_long' });
    if ((quote?.length ?? 0) > remarkMaximum) problems.push({ field: 'quote', reason: 'too_long' });
    const { provisions } = renderBody(draft.content.body);
    if (eid !== null && !provisions.some((one) => one.eid === eid)) {
      problems.push({ field: 'eid', reason: 'unknown_provision' });
    }
    if (problems.length > 0) return refused({ code: 'content_invalid', problems });
    const { version } = draft;
    const { userId } = actor;
    const id = await insertRemark(transaction, work.id, { version, eid, quote, text, userId, at: now });
    const details = { version, remark: id, eid };
    const subject = `${name.type}/${name.slug}`;
    await writeAudit(transaction, { userId, action: 'remark.made', subject, details }, now);
    return accepted({ id });
  });
}
