import type { DraftFields } from '../../../domain/draft.ts';
import { typedText } from '../../_read-form.ts';

/** What the pressed button asks for. */
export type DraftAction =
  | { readonly kind: 'save' }
  | { readonly kind: 'save_and_review' }
  | { readonly kind: 'autosave' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'preview' }
  | { readonly kind: 'discard' }
  | { readonly kind: 'amend' }
  | { readonly kind: 'amend_with_mine' }
  | { readonly kind: 'insert_provision'; readonly after: string; readonly isRenumbering: boolean }
  | { readonly kind: 'expand'; readonly start: number }
  | { readonly kind: 'unknown' };

export type DraftForm = {
  readonly action: DraftAction;
  /** Version of the draft that the form was opened with; 0 when it cannot be read, which fits none. */
  readonly version: number;
  /** Version that the text of a merge began from; 0 when it is not known. */
  readonly baseVersion: number;
  readonly fields: DraftFields;
  /** True when taking the draft away was confirmed by its checkbox. */
  readonly isDiscardConfirmed: boolean;
};

/** Reads what the draft's form sends. */
export function readDraftForm(form: ReadonlyMap<string, string>): DraftForm {
  return {
    action: actionOf(form),
    version: versionIn(form, 'version'),
    baseVersion: versionIn(form, 'baseVersion'),
    fields: {
      summary: typedText(form, 'summary'),
      changeKind: typedText(form, 'changeKind'),
      changeNote: typedText(form, 'changeNote'),
      body: typedText(form, 'body'),
    },
    isDiscardConfirmed: form.get('confirmDiscard') === 'yes',
  };
}

const versionIn = (form: ReadonlyMap<string, string>, name: string): number => {
  const version = form.get(name) ?? '';
  return /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0;
};

const plainActions = [
  'save',
  'save_and_review',
  'autosave',
  'merge',
  'preview',
  'discard',
  'amend',
  'amend_with_mine',
] as const;

/** The Enter key presses the first button, `enter`: it saves, whatever tool stands first in the form. */
function actionOf(form: ReadonlyMap<string, string>): DraftAction {
  const value = form.get('action') ?? '';
  const plain = plainActions.find((kind) => kind === value);
  if (plain) return { kind: plain };
  if (value === 'enter') return { kind: 'save' };
  if (value === 'insert_provision') {
    const after = form.get('insertAfter') ?? '';
    return { kind: value, after, isRenumbering: form.get('insertRenumber') === 'yes' };
  }
  const [kind, start = ''] = value.split(':', 2);
  return kind === 'expand' && /^\d{1,7}$/.test(start) ? { kind, start: Number(start) } : { kind: 'unknown' };
}
