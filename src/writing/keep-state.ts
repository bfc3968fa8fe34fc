import type { FieldProblem } from '../domain/errors.ts';

/** Where the typed text is, as it is told to its writer. `isLocal`: a copy of all of it is in this browser. */
export type KeepState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | {
      readonly kind: 'partly_saved';
      readonly at: string;
      readonly problems: readonly FieldProblem[];
      readonly isLocal: boolean;
    }
  | { readonly kind: 'unreachable'; readonly isLocal: boolean }
  | { readonly kind: 'conflict'; readonly by: string; readonly isOwn: boolean; readonly isLocal: boolean }
  | { readonly kind: 'session_over' | 'other_person' | 'gone'; readonly isLocal: boolean };
