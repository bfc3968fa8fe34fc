import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import type { RemarkActKind } from '../../../domain/remark.ts';
import { type Result, refused } from '../../../domain/result.ts';
import { accountForChange } from '../../../registry/account-for-change.ts';
import { answerRemark } from '../../../registry/answer-remark.ts';
import { remarkDraft } from '../../../registry/remark-draft.ts';
import { reviewDraft } from '../../../registry/review-draft.ts';
import { typedText } from '../../_read-form.ts';
import type { DraftRequest } from './draft-view.ts';
import type { ReviewView } from './review-request.ts';
import { postedVersion, showReview } from './show-review.ts';

/** Does what a form of the review asks for. Whatever is refused, the typed text comes back. */
export async function answerReview(
  request: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<ReviewView> {
  const done = await doAsAsked(request, posted);
  if (done === null) return withStatus(await showReview(request, posted), 400);
  if (!done.ok) return showReview(request, posted, done.refusal);
  return { kind: 'moved', to: `${addresses.draftSection(request.name, 'review')}${done.value}` };
}

/** @returns the fragment to go on to; null for a form that is not ours */
async function doAsAsked(
  request: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<Result<string> | null> {
  const { register, actor, name, now } = request;
  const expectedVersion = postedVersion(posted);
  const text = (field: string) => typedText(posted, field);
  const [kind = '', id = ''] = (posted.get('action') ?? '').split(':', 2);
  switch (kind) {
    case 'submit':
      return submit(request, posted);
    case 'return': {
      const deed = { kind: 'returned', expectedVersion, reason: text('returnReason') } as const;
      return goTo('', await reviewDraft(register, actor, name, deed, now));
    }
    case 'approve': {
      const personalDataReason = text('personalData').trim() || null;
      const deed = { kind: 'approved', expectedVersion, personalDataReason } as const;
      return goTo('', await reviewDraft(register, actor, name, deed, now));
    }
    case 'remark': {
      const remark = {
        expectedVersion,
        eid: text('eid') || null,
        quote: text('quote'),
        text: text('remark'),
      };
      const made = await remarkDraft(register, actor, name, remark, now);
      return made.ok ? { ok: true, value: `#remark-${made.value.id}` } : made;
    }
    default: {
      const settling = settlings[kind];
      if (settling === undefined || !/^\d{1,9}$/.test(id)) return null;
      const answer = { remark: Number(id), kind: settling, text: text(`answer-${id}`) };
      return goTo(`#remark-${id}`, await answerRemark(register, actor, name, answer, now));
    }
  }
}

const settlings: Readonly<Record<string, RemarkActKind>> = {
  answer: 'answered',
  resolve: 'resolved',
  reopen: 'reopened',
};

const goTo = (fragment: string, done: Result<null>): Result<string> =>
  done.ok ? { ok: true, value: fragment } : done;

/** Saves the account of the change first, so that what is sent for review says it. */
async function submit(
  { register, actor, name, now }: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<Result<string>> {
  const saved = await accountForChange(
    register,
    actor,
    name,
    {
      expectedVersion: postedVersion(posted),
      changeKind: posted.has('changeKind') ? typedText(posted, 'changeKind') : null,
      changeNote: posted.has('changeNote') ? typedText(posted, 'changeNote') : null,
    },
    now,
  );
  if (!saved.ok) return refused<Refusal>(saved.refusal);
  const deed = { kind: 'submitted', expectedVersion: saved.value.version } as const;
  return goTo('', await reviewDraft(register, actor, name, deed, now));
}

const withStatus = (view: ReviewView, status: number): ReviewView =>
  view.kind === 'page' ? { ...view, status } : view;
