import type { DraftFields } from '../../../domain/draft.ts';
import { typedText } from '../../_read-form.ts';

/** What the pressed button asks for. */
export type DraftAction =
  | { readonly kind: 'save' }
  | { readonly kind: 'autosave' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'preview' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'discard' }
  | { readonly kind: 'amend' }
  | { readonly kind: 'amend_with_mine' }
  | { readonly kind: 'insert_provision'; readonly after: string; readonly isRenumbering: boolean }
  | { readonly kind: 'expand'; readonly start: number }
  | { readonly kind: 'find_place' }
  | { readonly kind: 'add_place'; readonly code: string }
  | { readonly kind: 'remove_place'; readonly code: string }
  | { readonly kind: 'unknown' };

export type DraftForm = {
  readonly action: DraftAction;
  /** Version of the draft that the form was opened with; 0 when it cannot be read, which fits none. */
  readonly version: number;
  /** Version that the text of a merge began from; 0 when it is not known. */
  readonly baseVersion: number;
  readonly fields: DraftFields;
  /** What was typed into the search for places. */
  readonly placeText: string;
  /** True when the publishing was confirmed by its checkbox. */
  readonly isConfirmed: boolean;
  /** The same for taking the draft away. */
  readonly isDiscardConfirmed: boolean;
};

/** Reads what the draft's form sends. */
export function readDraftForm(form: ReadonlyMap<string, string>): DraftForm {
  const placeText = typedText(form, 'place').trim();
  return {
    action: actionOf(form, placeText),
    version: versionIn(form, 'version'),
    baseVersion: versionIn(form, 'baseVersion'),
    fields: {
      title: typedText(form, 'title'),
      label: typedText(form, 'label'),
      adopted: typedText(form, 'adopted'),
      summary: typedText(form, 'summary'),
      places: typedText(form, 'places'),
      changeKind: typedText(form, 'changeKind'),
      changeNote: typedText(form, 'changeNote'),
      body: typedText(form, 'body'),
    },
    placeText,
    isConfirmed: form.get('confirm') === 'yes',
    isDiscardConfirmed: form.get('confirmDiscard') === 'yes',
  };
}

const versionIn = (form: ReadonlyMap<string, string>, name: string): number => {
  const version = form.get(name) ?? '';
  return /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0;
};

const plainActions = [
  'save',
  'autosave',
  'merge',
  'preview',
  'publish',
  'discard',
  'amend',
  'amend_with_mine',
  'find_place',
] as const;

/** The Enter key presses the first button, `enter`: it searches when a place was typed, and saves otherwise. */
function actionOf(form: ReadonlyMap<string, string>, placeText: string): DraftAction {
  const value = form.get('action') ?? '';
  const plain = plainActions.find((kind) => kind === value);
  if (plain) return { kind: plain };
  if (value === 'enter') return { kind: placeText === '' ? 'save' : 'find_place' };
  if (value === 'insert_provision') {
    const after = form.get('insertAfter') ?? '';
    return { kind: value, after, isRenumbering: form.get('insertRenumber') === 'yes' };
  }
  const [kind, code = ''] = value.split(':', 2);
  if (kind === 'expand') return /^\d{1,7}$/.test(code) ? { kind, start: Number(code) } : { kind: 'unknown' };
  return kind === 'add_place' || kind === 'remove_place' ? { kind, code } : { kind: 'unknown' };
}
