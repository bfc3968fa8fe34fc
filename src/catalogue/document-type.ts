import type { LegalNature } from '../domain/edition.ts';
import type { EventKind } from '../domain/timeline.ts';
import type { WorkType } from '../domain/work.ts';

/**
 * What one optional fact of a document type holds, or one cell of a table. Each is read by `fact-schema`, written by
 * `src/archive/plain.ts`, asked for by `src/facts/sections/details.ts` and shown by `plain-value.astro`.
 */
export type FieldHolds =
  | { readonly kind: 'text' | 'list' | 'quantity' | 'date' }
  /** An organisation or a work of the register, or a provision of the edition's own text. */
  | { readonly kind: 'organisation' | 'work' | 'provision' }
  /** One, or several, of a closed list of values: Thai labels by their codes, which are kept. */
  | { readonly kind: 'choice' | 'choices'; readonly options: Readonly<Record<string, string>> }
  | Table;

/** A list of entries that have the same columns. Every cell is a fact with a value state of its own. */
export type Table = {
  readonly kind: 'rows';
  /** What one entry is called. */
  readonly entry: string;
  readonly columns: readonly Field[];
  /**
   * For a fact that was a list of lines before it became a table: the key of the text column that a line stands for.
   * Lines are read as before, and entries that say nothing but this are kept as lines, so that one meaning has one form
   * and old editions keep their hashes.
   */
  readonly lineColumn?: string;
};

export type FieldKind = FieldHolds['kind'];

export type Field = FieldHolds & {
  readonly key: string;
  readonly label: string;
  /** How it is filled in. */
  readonly hint?: string;
  /** True of what may well have nothing to say: nobody is asked for it before publishing. */
  readonly isIncidental?: boolean;
  /** Of a column: an entry without it is refused. */
  readonly isRequired?: boolean;
};

/** Everything the register needs to know of a document type; one file per type. */
export type DocumentType = {
  readonly type: WorkType;
  /** Thai name of one and of the list, such as ธรรมนูญ and ธรรมนูญพื้นที่. */
  readonly label: string;
  readonly listLabel: string;
  /** One sentence that says what this type is, for people who have never met the word. */
  readonly explanation: string;
  readonly subtypes: Readonly<Record<string, string>>;
  readonly legalNatures: readonly LegalNature[];
  /** The facts asked of every work of this type; each is shown with its value state. */
  readonly fields: readonly Field[];
  readonly events: readonly EventKind[];
  /** Wording of the date an edition stands from. */
  readonly adoptedLabel: string;
};

type More = Pick<Field, 'hint' | 'isRequired'>;

export const text = (key: string, label: string, more: More = {}): Field => ({
  key,
  label,
  kind: 'text',
  ...more,
});
export const list = (key: string, label: string): Field => ({ key, label, kind: 'list' });
export const quantity = (key: string, label: string, more: More = {}): Field => ({
  key,
  label,
  kind: 'quantity',
  ...more,
});
export const date = (key: string, label: string, more: More = {}): Field => ({
  key,
  label,
  kind: 'date',
  ...more,
});
export const reference = (
  kind: 'organisation' | 'work' | 'provision',
  key: string,
  label: string,
  more: More = {},
): Field => ({ key, label, kind, ...more });
export const choice = (
  key: string,
  label: string,
  options: Readonly<Record<string, string>>,
  more: More = {},
): Field => ({ key, label, kind: 'choice', options, ...more });
export const choices = (key: string, label: string, options: Readonly<Record<string, string>>): Field => ({
  key,
  label,
  kind: 'choices',
  options,
});
export const table = (
  key: string,
  label: string,
  rest: Omit<Table, 'kind'> & Pick<Field, 'hint' | 'isIncidental'>,
): Field => ({ key, label, kind: 'rows', ...rest });
