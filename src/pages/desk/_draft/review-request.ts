import type { FieldProblem, Refusal } from '../../../domain/errors.ts';
import type { ChangedSince } from '../../../registry/compare-since.ts';
import type { ReviewPage } from '../../../registry/open-review.ts';

/** What was typed into the forms of the pages that review and publish, as it comes back. */
export type ReviewFields = {
  readonly changeKind: string;
  readonly changeNote: string;
  readonly eid: string;
  readonly quote: string;
  readonly remark: string;
  readonly returnReason: string;
  readonly personalData: string;
  readonly publishOn: string;
  readonly publishTime: string;
  readonly answers: ReadonlyMap<number, string>;
};

/** What a page that reviews or publishes shows. */
export type ReviewView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'not_found'; readonly status: 404 }
  /** Not this officer's to do. */
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly page: ReviewPage;
      readonly fields: ReviewFields;
      readonly refusal: Refusal | null;
      readonly problems: readonly FieldProblem[];
      /** What somebody changed since the form was opened; null when that is not why it was refused. */
      readonly since: ChangedSince | null;
    };
