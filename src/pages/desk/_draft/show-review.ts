import type { Refusal } from '../../../domain/errors.ts';
import { compareSince } from '../../../registry/compare-since.ts';
import { openReview, type ReviewPage } from '../../../registry/open-review.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import type { DraftRequest } from './draft-view.ts';
import type { ReviewFields, ReviewView } from './review-request.ts';

/** The page as it is opened, or again with what was typed and why nothing was done. */
export async function showReview(
  { register, actor, name }: DraftRequest,
  posted: ReadonlyMap<string, string> = new Map(),
  refusal: Refusal | null = null,
): Promise<ReviewView> {
  const opened = await openReview(register, actor, name);
  if (!opened.ok) return { kind: 'not_found', status: 404 };
  if (refusal?.code === 'not_permitted') return { kind: 'refused', status: 403, refusal };
  const since =
    refusal?.code === 'draft_changed'
      ? await compareSince(register, actor, name, postedVersion(posted))
      : null;
  return {
    kind: 'page',
    status: refusal ? statusOf(refusal) : 200,
    page: opened.value,
    fields: readReviewFields(posted, opened.value),
    refusal,
    problems: refusal?.code === 'content_invalid' ? refusal.problems : [],
    since: since?.ok ? since.value : null,
  };
}

/** Typed fields; one that was not sent says what the draft says. */
export function readReviewFields(
  posted: ReadonlyMap<string, string>,
  { draft: { content } }: Pick<ReviewPage, 'draft'>,
): ReviewFields {
  const typed = (name: string, otherwise = ''): string =>
    posted.has(name) ? typedText(posted, name) : otherwise;
  const answers = [...posted.keys()].flatMap((key) => {
    const id = /^answer-(\d{1,9})$/.exec(key)?.[1];
    return id === undefined ? [] : [[Number(id), typedText(posted, key)] as const];
  });
  return {
    changeKind: typed('changeKind', content.changeKind),
    changeNote: typed('changeNote', content.changeNote ?? ''),
    eid: typed('eid'),
    quote: typed('quote'),
    remark: typed('remark'),
    returnReason: typed('returnReason'),
    personalData: typed('personalData'),
    publishOn: typed('publishOn'),
    publishTime: typed('publishTime'),
    answers: new Map(answers),
  };
}

/** The version of the draft that a form was opened with; 0, which fits none, when it cannot be read. */
export function postedVersion(posted: ReadonlyMap<string, string>): number {
  const version = posted.get('version') ?? '';
  return /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0;
}
