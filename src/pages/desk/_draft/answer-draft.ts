import { addresses } from '../../../domain/addresses.ts';
import { fieldsOf } from '../../../domain/draft.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { amendWork } from '../../../registry/amend-work.ts';
import { discardDraft } from '../../../registry/discard-draft.ts';
import { type DraftPage, openDraft } from '../../../registry/open-draft.ts';
import { previewDraft } from '../../../registry/preview-draft.ts';
import { saveDraft } from '../../../registry/save-draft.ts';
import { statusOf } from '../../_status-of.ts';
import { answerMerge, showMerge } from './answer-merge.ts';
import { expandIn, insertInto } from './answer-text-tool.ts';
import type { DraftRequest, DraftView } from './draft-view.ts';
import { type DraftForm, readDraftForm } from './read-draft-form.ts';
import { showForm, showWithoutDraft } from './show-draft.ts';

/** Does what a form of the draft's page asks for. Whatever is refused, the typed text comes back. */
export async function answerDraft(
  request: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<DraftView> {
  const form = readDraftForm(posted);
  if (form.action.kind === 'amend') return amend(request);
  if (form.action.kind === 'amend_with_mine') return amendWithMine(request, form);
  if (form.action.kind === 'merge') return answerMerge(request, form, posted);
  const draft = await openDraft(request.register, request.actor, request.name);
  if (!draft.ok) {
    const hasText = form.action.kind !== 'unknown' && form.action.kind !== 'discard';
    return showWithoutDraft(request, hasText ? form.fields : null);
  }
  return answerForm(request, draft.value, form);
}

async function answerForm(request: DraftRequest, page: DraftPage, form: DraftForm): Promise<DraftView> {
  const { action, fields, version } = form;
  switch (action.kind) {
    case 'save':
    case 'save_and_review':
      return save(request, form);
    case 'discard':
      return discard(request, form);
    case 'preview': {
      const preview = await previewDraft(request.register, request.actor, request.name, fields);
      return showForm(page, fields, { version, preview: preview.ok ? preview.value : null });
    }
    case 'insert_provision': {
      const made = insertInto(fields, action.after, action.isRenumbering);
      return showForm(page, made.fields, { version, notice: made.notice });
    }
    case 'expand': {
      const made = expandIn(fields, action.start);
      return showForm(page, made.fields, { version, notice: made.notice });
    }
    default: {
      // A form that is not ours, or a body that is no form: there is no typed text to bring back.
      const { draft } = page;
      return showForm(page, fieldsOf(draft.content), { version: draft.version, status: 400 });
    }
  }
}

async function save(request: DraftRequest, form: DraftForm): Promise<DraftView> {
  const { register, actor, name, now } = request;
  const saved = await saveDraft(
    register,
    actor,
    name,
    { expectedVersion: form.version, fields: form.fields },
    now,
  );
  if (!saved.ok) return refuse(request, form, saved.refusal);
  const isReviewNext = form.action.kind === 'save_and_review';
  const to = isReviewNext
    ? addresses.draftSection(name, 'review')
    : addresses.savedDraft(name, saved.value.version);
  return { kind: 'moved', to };
}

async function discard(request: DraftRequest, form: DraftForm): Promise<DraftView> {
  const { register, actor, name, now } = request;
  if (!form.isDiscardConfirmed) {
    const problems = [{ field: 'confirmDiscard', reason: 'not_ticked' }] as const;
    return refuse(request, form, { code: 'content_invalid', problems });
  }
  const { version: expectedVersion, fields } = form;
  const discarded = await discardDraft(register, actor, name, { expectedVersion, fields }, now);
  if (!discarded.ok) return refuse(request, form, discarded.refusal);
  return showWithoutDraft(request, null, true);
}

/** Opens the draft again, because it may have changed since: a conflict shows what is there now. */
async function refuse(request: DraftRequest, form: DraftForm, refusal: Refusal): Promise<DraftView> {
  const draft = await openDraft(request.register, request.actor, request.name);
  if (!draft.ok) return showWithoutDraft(request, form.fields);
  if (refusal.code === 'draft_changed') {
    return showMerge(request, draft.value, { fields: form.fields, baseVersion: form.version });
  }
  return showForm(draft.value, form.fields, {
    version: form.version,
    refusal,
    status: statusOf(refusal),
  });
}

async function amend({ register, actor, name, now }: DraftRequest): Promise<DraftView> {
  const opened = await amendWork(register, actor, name, now);
  if (!opened.ok) return { kind: 'not_found', status: 404, refusal: { code: 'draft_not_found' } };
  return { kind: 'moved', to: addresses.draft(name) };
}

/** Opens a new draft for text whose old draft is gone; when another draft is open by now, shows both. */
async function amendWithMine(request: DraftRequest, form: DraftForm): Promise<DraftView> {
  const { register, actor, name, now } = request;
  const opened = await amendWork(register, actor, name, now);
  const draft = opened.ok ? await openDraft(register, actor, name) : opened;
  if (!opened.ok || !draft.ok) {
    return { kind: 'not_found', status: 404, refusal: { code: 'draft_not_found' } };
  }
  const page = draft.value;
  if (opened.value.wasOpen) {
    return showMerge(request, page, { fields: form.fields, baseVersion: form.version });
  }
  return save(request, { ...form, version: page.draft.version });
}
