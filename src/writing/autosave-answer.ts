import type { DraftFields } from '../domain/draft.ts';
import type { FieldProblem } from '../domain/errors.ts';

/** What the server answers to a text that saves itself while somebody types. */
export type AutosaveAnswer =
  | {
      readonly kind: 'saved';
      readonly version: number;
      /** An instant with its offset. */
      readonly at: string;
      /** Fields that cannot be stored as they are; all others are saved. */
      readonly problems: readonly FieldProblem[];
    }
  /** Somebody saved meanwhile, perhaps the same person in another window. */
  | {
      readonly kind: 'conflict';
      readonly version: number;
      readonly by: string;
      readonly isOwn: boolean;
      readonly fields: DraftFields;
    }
  | { readonly kind: 'session_over' }
  /** Somebody else signed in meanwhile in this browser. */
  | { readonly kind: 'other_person' }
  /** The draft was published or discarded. */
  | { readonly kind: 'gone' };
