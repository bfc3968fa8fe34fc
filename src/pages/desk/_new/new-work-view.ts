import type { Refusal } from '../../../domain/errors.ts';

/** What the form of a new work says. `from` is `type/slug` of the text it begins with, or `blank`. */
export type TypedWork = {
  readonly type: string;
  readonly from: string;
  readonly title: string;
  readonly subtype: string;
  readonly steward: string;
  readonly place: string;
  readonly slug: string;
};

/** The last step of a new work as its page shows it. */
export type NewWorkForm = {
  readonly kind: 'form';
  readonly status: number;
  readonly refusal: Refusal | null;
  readonly typed: TypedWork;
  readonly placeText: string;
  readonly places: readonly { readonly value: string; readonly label: string }[];
  readonly slugNote: string;
  readonly template: { readonly title: string; readonly edition: number } | null;
};
