import { addresses } from '../../../domain/addresses.ts';
import { mergeDraft } from '../../../registry/merge-draft.ts';
import { type DraftPage, openDraft } from '../../../registry/open-draft.ts';
import { openMerge } from '../../../registry/open-merge.ts';
import { typedText } from '../../_read-form.ts';
import type { DraftRequest, DraftView } from './draft-view.ts';
import type { DraftForm } from './read-draft-form.ts';
import { showForm, showWithoutDraft } from './show-draft.ts';

/** Both texts of a draft that somebody saved meanwhile, merged as far as they go together. */
export async function showMerge(
  request: DraftRequest,
  page: DraftPage,
  form: Pick<DraftForm, 'fields' | 'baseVersion'>,
  settled: { readonly choices: ReadonlyMap<string, string>; readonly isUnsettled: boolean } = {
    choices: new Map(),
    isUnsettled: false,
  },
): Promise<DraftView> {
  const merge = await openMerge(request.register, page.draft, form.baseVersion, form.fields);
  return { kind: 'conflict', status: 409, page, merge, ...settled };
}

/** Saves a merge. What cannot be stored of it is shown in the form, all else is saved. */
export async function answerMerge(
  request: DraftRequest,
  form: DraftForm,
  posted: ReadonlyMap<string, string>,
): Promise<DraftView> {
  const { register, actor, name, now } = request;
  const { version, baseVersion, fields: mine } = form;
  const choices = new Map([...posted].filter(([key]) => key.startsWith('conflict-')));
  const choiceOf = (conflict: string) => {
    const choice = choices.get(conflict);
    if (choice === 'mine' || choice === 'theirs' || choice === 'both') return { kind: choice } as const;
    if (choice !== 'written') return null;
    return { kind: 'written' as const, text: typedText(posted, `${conflict}-text`) };
  };
  const saved = await mergeDraft(
    register,
    actor,
    name,
    { baseVersion, expectedVersion: version, mine, choiceOf },
    now,
  );
  const draft = await openDraft(register, actor, name);
  if (!draft.ok) return showWithoutDraft(request, mine);
  if (!saved.ok) {
    const isUnsettled = saved.refusal.code === 'merge_unsettled';
    return showMerge(request, draft.value, form, { choices: isUnsettled ? choices : new Map(), isUnsettled });
  }
  const { problems, fields } = saved.value;
  if (problems.length === 0) return { kind: 'moved', to: addresses.savedDraft(name, saved.value.version) };
  return showForm(draft.value, fields, {
    version: saved.value.version,
    refusal: { code: 'content_invalid', problems },
    status: 422,
  });
}
