import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertRemarkAct } from '../../db/remarks.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { isOpen, maySettle, type RemarkActKind, remarkMaximum } from '../domain/remark.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { readReview } from './steps/read-review.ts';

/**
 * Answers a remark, settles it, or opens it again. Everyone who may read the draft answers; whoever made the remark or
 * may publish the work settles it. Settling what is settled changes nothing.
 * Refused: `draft_not_found` (also when it is not the actor's), `remark_not_found`, `not_permitted`,
 * `content_invalid` for an answer without words or with too many.
 */
export function answerRemark(
  register: Register,
  actor: Actor,
  name: WorkName,
  answer: { readonly remark: number; readonly kind: RemarkActKind; readonly text: string },
  now: Instant,
): Promise<Result<null>> {
  return register.write(async (transaction) => {
    const review = await readReview(transaction, actor, name, 'read_draft');
    if (!review) return refused({ code: 'draft_not_found' });
    const remark = review.remarks.find(({ id }) => id === answer.remark);
    if (!remark) return refused({ code: 'remark_not_found' });
    const { kind } = answer;
    if (kind !== 'answered' && !maySettle(actor, review.work, remark))
      return refused({ code: 'not_permitted' });
    if (kind !== 'answered' && isOpen(remark) === (kind === 'reopened')) return accepted(null);
    const text = answer.text.trim() || null;
    const field = `answer-${remark.id}`;
    if (kind === 'answered' && text === null) {
      return refused({ code: 'content_invalid', problems: [{ field, reason: 'required' }] });
    }
    if ((text?.length ?? 0) > remarkMaximum) {
      return refused({ code: 'content_invalid', problems: [{ field, reason: 'too_long' }] });
    }
    const { userId } = actor;
    await insertRemarkAct(transaction, remark.id, { kind, text, userId, at: now });
    const subject = `${name.type}/${name.slug}`;
    const details = { remark: remark.id, eid: remark.eid };
    await writeAudit(transaction, { userId, action: `remark.${kind}`, subject, details }, now);
    return accepted(null);
  });
}
