import type { DraftFields } from '../../../domain/draft.ts';
import type { Refusal } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/permission.ts';
import type { WorkName } from '../../../domain/work.ts';
import type { DeskWork } from '../../../registry/open-desk-work.ts';
import type { DraftPage } from '../../../registry/open-draft.ts';
import type { DraftMerge } from '../../../registry/open-merge.ts';
import type { DraftPreview } from '../../../registry/preview-draft.ts';

/** Who asks, for which work, and what the answer may use. */
export type DraftRequest = Pick<App.Locals, 'register' | 'now' | 'searchIndex'> & {
  readonly actor: Actor;
  readonly name: WorkName;
};

export type DraftFormView = {
  readonly kind: 'form';
  readonly status: number;
  readonly page: DraftPage;
  readonly fields: DraftFields;
  readonly version: number;
  readonly preview: DraftPreview | null;
  readonly refusal: Refusal | null;
  readonly isJustSaved: boolean;
  /** What a tool did to the typed text; null when none was used. */
  readonly notice: string | null;
};

/** What the page of a draft shows. */
export type DraftView =
  | DraftFormView
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'not_found'; readonly status: 404; readonly refusal: Refusal }
  /** Nobody has a draft open. `unsaved` is text that was sent to a draft which is gone. */
  | {
      readonly kind: 'no_draft';
      readonly status: number;
      readonly work: DeskWork;
      readonly unsaved: DraftFields | null;
      readonly isJustDiscarded: boolean;
    }
  /** Somebody saved first: theirs is `page`, mine is in `merge`. */
  | {
      readonly kind: 'conflict';
      readonly status: 409;
      readonly page: DraftPage;
      readonly merge: DraftMerge;
      /** How conflicts were settled so far, by their names. */
      readonly choices: ReadonlyMap<string, string>;
      /** True when a conflict was left without a choice. */
      readonly isUnsettled: boolean;
    };
