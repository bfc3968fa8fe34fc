import type { Refusal } from '../../../domain/errors.ts';
import type { FactsForm } from '../../../facts/facts-form.ts';
import type { ToldField } from '../../../facts/tell-form.ts';
import type { Typed } from '../../../facts/typed.ts';
import type { DeskWork } from '../../../registry/open-desk-work.ts';
import type { FactsPage } from '../../../registry/open-facts.ts';

/** What the page of a section of facts shows. */
export type FactsView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'not_found'; readonly status: 404 }
  /** The draft is gone. `typed` was sent to it and is not lost. */
  | {
      readonly kind: 'no_draft';
      readonly status: number;
      readonly work: DeskWork;
      readonly typed: Typed | null;
      readonly told: readonly ToldField[];
    }
  | {
      readonly kind: 'form';
      readonly status: number;
      readonly page: FactsPage;
      readonly form: FactsForm;
      readonly shown: string;
      readonly refusal: Refusal | null;
      readonly isJustSaved: boolean;
      readonly hasUnsaved: boolean;
      /** What somebody else saved first. */
      readonly theirs: {
        readonly told: readonly ToldField[];
        readonly name: string;
        readonly at: string;
      } | null;
    };
