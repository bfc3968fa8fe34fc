import { addresses } from '../../../domain/addresses.ts';
import type { FieldProblem, Refusal } from '../../../domain/errors.ts';
import { instantInThailand } from '../../../domain/iso-date.ts';
import { accepted, type Result, refused } from '../../../domain/result.ts';
import type { SimilarInDraft } from '../../../domain/similarity/similar-provision.ts';
import { workNamed } from '../../../domain/work.ts';
import { accountForChange } from '../../../registry/account-for-change.ts';
import { findSimilarInDraft } from '../../../registry/find-similar-in-draft.ts';
import { openPublication } from '../../../registry/open-publication.ts';
import { publishEdition } from '../../../registry/publish-edition.ts';
import { sayOrigin } from '../../../registry/say-origin.ts';
import { scheduleDraft } from '../../../registry/schedule-draft.ts';
import type { EditionPage } from '../../../registry/steps/describe-edition.ts';
import type { PublishedDraft } from '../../../registry/steps/publish-draft.ts';
import { parseWrittenDate } from '../../../thai/parse-date.ts';
import { parseTimeOfDay } from '../../../thai/time-of-day.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import type { DraftRequest } from './draft-view.ts';
import type { ReviewView } from './review-request.ts';
import { postedVersion, showReview } from './show-review.ts';

type Shown = Extract<ReviewView, { readonly kind: 'page' }>;

/** What the page of a publication shows: the review, the edition as it would be, and what of it others have already. */
export type PublicationView =
  | Exclude<ReviewView, Shown>
  | (Shown & { readonly edition: EditionPage; readonly similar: readonly SimilarInDraft[] });

/** The page as it is opened, or again with what was typed and why nothing was done. */
export async function showPublication(
  request: DraftRequest,
  posted: ReadonlyMap<string, string> = new Map(),
  refusal: Refusal | null = null,
): Promise<PublicationView> {
  const { register, actor, name, now } = request;
  const opened = await openPublication(register, actor, name, now);
  if (!opened.ok && opened.refusal.code === 'draft_not_found') return { kind: 'not_found', status: 404 };
  if (!opened.ok) return { kind: 'refused', status: statusOf(opened.refusal), refusal: opened.refusal };
  const view = await showReview(request, posted, refusal);
  if (view.kind !== 'page') return view;
  const similar = await findSimilarInDraft(register, opened.value, now);
  return { ...view, edition: opened.value, similar };
}

/** Publishes, plans the publication, or ends the plan. Whatever is refused, the typed text comes back. */
export async function answerPublication(
  request: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<PublicationView> {
  const done = await doAsAsked(request, posted);
  if (done === null) {
    const view = await showPublication(request, posted);
    return view.kind === 'page' ? { ...view, status: 400 } : view;
  }
  if (!done.ok) return showPublication(request, posted, done.refusal);
  return { kind: 'moved', to: done.value };
}

/** @returns the address to go on to; null for a form that is not ours */
async function doAsAsked(
  request: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<Result<string> | null> {
  const { register, actor, name, now } = request;
  const here = addresses.draftSection(name, 'publish');
  switch (posted.get('action')) {
    case 'publish':
      return publish(request, posted);
    case 'schedule': {
      const publishAt = readMoment(posted);
      if (!publishAt.ok) return publishAt;
      const version = await saveAccount(request, posted);
      if (!version.ok) return version;
      const plan = {
        expectedVersion: version.value,
        publishAt: publishAt.value,
        personalDataReason: reasonIn(posted),
      };
      const done = await scheduleDraft(register, actor, name, plan, now);
      return done.ok ? accepted(here) : done;
    }
    case 'unschedule': {
      const expectedVersion = postedVersion(posted);
      const plan = { expectedVersion, publishAt: null, personalDataReason: null };
      const done = await scheduleDraft(register, actor, name, plan, now);
      return done.ok ? accepted(here) : done;
    }
    case 'origin': {
      const done = await sayPostedOrigin(request, posted);
      return done.ok ? accepted(`${here}#similar`) : done;
    }
    default:
      return null;
  }
}

/** Says where a clause comes from, as the form beside it names both; for those who may open the page with that form. */
async function sayPostedOrigin(
  { register, actor, name, now }: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<Result<unknown>> {
  const allowed = await openPublication(register, actor, name, now);
  if (!allowed.ok) return allowed;
  const work = workNamed(typedText(posted, 'from'));
  const edition = typedText(posted, 'edition');
  if (!work || !/^[1-9]\d{0,3}$/.test(edition)) {
    return refused({ code: 'content_invalid', problems: [{ field: 'relations', reason: 'unknown_work' }] });
  }
  const origin = {
    expectedVersion: postedVersion(posted),
    eid: typedText(posted, 'clause'),
    source: { work, edition: Number(edition), eid: typedText(posted, 'eid') },
  };
  return sayOrigin(register, actor, name, origin, now);
}

async function publish(request: DraftRequest, posted: ReadonlyMap<string, string>): Promise<Result<string>> {
  const { register, actor, name, now, searchIndex } = request;
  if (posted.get('confirm') !== 'yes') {
    const allowed = await openPublication(register, actor, name, now);
    if (!allowed.ok) return allowed;
    return refused({ code: 'content_invalid', problems: [{ field: 'confirm', reason: 'not_ticked' }] });
  }
  const version = await saveAccount(request, posted);
  if (!version.ok && version.refusal.code !== 'draft_not_found') return version;
  const sent = postedVersion(posted);
  const published = version.ok
    ? await publishEdition(register, actor, name, version.value, now, reasonIn(posted))
    : await findPublished(request, [sent, sent + 1]);
  if (!published.ok) return published;
  searchIndex.requestIndex();
  return accepted(addresses.edition(name, published.value.number));
}

/**
 * The edition that a form has become which is sent again: at the version it was opened with, or at the one that saving
 * its account of the change made.
 */
async function findPublished(
  { register, actor, name, now }: DraftRequest,
  versions: readonly number[],
): Promise<Result<PublishedDraft>> {
  for (const version of versions) {
    const published = await publishEdition(register, actor, name, version, now);
    if (published.ok) return published;
  }
  return refused({ code: 'draft_not_found' });
}

/** Saves the account of the change where the form has one. */
async function saveAccount(
  { register, actor, name, now }: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<Result<number>> {
  const expectedVersion = postedVersion(posted);
  if (!posted.has('changeNote')) return accepted(expectedVersion);
  const account = {
    expectedVersion,
    changeKind: typedText(posted, 'changeKind'),
    changeNote: typedText(posted, 'changeNote'),
  };
  const saved = await accountForChange(register, actor, name, account, now);
  return saved.ok ? accepted(saved.value.version) : saved;
}

const reasonIn = (posted: ReadonlyMap<string, string>): string | null =>
  typedText(posted, 'personalData').trim() || null;

/** The moment that a form names: a single day, and a time of it in Thailand. */
function readMoment(posted: ReadonlyMap<string, string>): Result<string> {
  const day = parseWrittenDate(typedText(posted, 'publishOn'));
  const time = parseTimeOfDay(typedText(posted, 'publishTime'));
  const problems: FieldProblem[] = [];
  if (day === null || day.precision !== 'day' || day.end !== null) {
    problems.push({ field: 'publishOn', reason: 'not_a_date' });
  }
  if (time === null) problems.push({ field: 'publishTime', reason: 'not_a_time' });
  if (day === null || time === null || problems.length > 0)
    return refused({ code: 'content_invalid', problems });
  return accepted(instantInThailand(day.start, time));
}
