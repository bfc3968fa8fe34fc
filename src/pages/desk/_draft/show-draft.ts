import { type DraftFields, fieldsOf } from '../../../domain/draft.ts';
import { openDeskWork } from '../../../registry/open-desk-work.ts';
import { type DraftPage, openDraft } from '../../../registry/open-draft.ts';
import type { DraftFormView, DraftRequest, DraftView } from './draft-view.ts';

/** The page of a draft's text as it is opened; `?saved=` confirms a save. */
export async function showDraft(request: DraftRequest, query: URLSearchParams): Promise<DraftView> {
  const draft = await openDraft(request.register, request.actor, request.name);
  if (!draft.ok) return showWithoutDraft(request, null);
  const { draft: stored } = draft.value;
  return showForm(draft.value, fieldsOf(stored.content), {
    version: stored.version,
    isJustSaved: query.get('saved') === String(stored.version),
  });
}

/** The form with given fields, and with whatever else is to be shown around it. */
export function showForm(
  page: DraftPage,
  fields: DraftFields,
  extra: Partial<Pick<DraftFormView, 'status' | 'preview' | 'refusal' | 'isJustSaved' | 'notice'>> & {
    readonly version: number;
  },
): DraftFormView {
  return {
    kind: 'form',
    status: 200,
    preview: null,
    refusal: null,
    isJustSaved: false,
    notice: null,
    ...extra,
    page,
    fields,
  };
}

/**
 * The page of a work whose draft is not open. To someone who may not edit the work it says the same as
 * for a work that does not exist.
 * @param unsaved text sent to a draft that is gone, so that it is not lost
 */
export async function showWithoutDraft(
  { register, actor, name }: DraftRequest,
  unsaved: DraftFields | null,
  isJustDiscarded = false,
): Promise<DraftView> {
  const work = await openDeskWork(register, actor, name);
  if (!work.ok) return { kind: 'not_found', status: 404, refusal: { code: 'draft_not_found' } };
  const status = unsaved === null ? 200 : 409;
  return { kind: 'no_draft', status, work: work.value, unsaved, isJustDiscarded };
}
