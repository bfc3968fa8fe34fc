/** What a control of a form offers to choose from. Without a label, the words of the list are in `src/i18n`. */
export type Option = { readonly value: string; readonly label?: string };

/** Things of the register or of the draft itself that a form chooses from; the page looks them up. */
export type PickedThing = 'organisation' | 'work';
export type ChosenThings = 'sources' | 'places' | 'topics';

/**
 * How a part of a manifest is asked for. From one description the control is shown, what was typed is read, and it is
 * told back: `fill` and `read` know every kind, and so does the component.
 */
export type Shape =
  | { readonly kind: 'text'; readonly rows?: number; readonly isProse?: boolean }
  /** A word of the register where it has one (kept as its code), or any other words. Its words are in `src/i18n`. */
  | { readonly kind: 'word' }
  /** A list of lines, one to a line of the text area. */
  | { readonly kind: 'lines' }
  | { readonly kind: 'number' }
  /** A day that the register itself knows, not one of a document: in either era, kept as ISO 8601. */
  | { readonly kind: 'day' }
  /** A date of a document: as written, and how it is understood. */
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly isOptional?: boolean }
  | { readonly kind: 'choices'; readonly of: ChosenThings | readonly Option[] }
  | { readonly kind: 'pick'; readonly of: PickedThing }
  /** A provision of the draft's own text. */
  | { readonly kind: 'provision' }
  /** Words of one of them, picked out of its text; `provision` is the key of the field beside it that says of which. */
  | { readonly kind: 'wording'; readonly provision: string }
  /** A name inside the edition that nobody types: the next free one of its series. */
  | { readonly kind: 'identifier'; readonly prefix: string }
  /**
   * A value in one of the five states. With `mayBeAbsent` it may also be left out of the record; `isCell` of the entry
   * of a table, where many stand together.
   */
  | { readonly kind: 'fact'; readonly of: Shape; readonly mayBeAbsent?: boolean; readonly isCell?: boolean }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  /** Entries of the same fields; with `lineColumn` an entry may be a line, which stands for that field. */
  | { readonly kind: 'list'; readonly fields: readonly FormField[]; readonly lineColumn?: string };

export type FormField = {
  /** Its key in the manifest, or in the entry of a list. */
  readonly key: string;
  readonly shape: Shape;
  readonly isRequired?: boolean;
  /** Of the catalogue's own facts; other labels are in `src/i18n`. */
  readonly label?: string;
  readonly hint?: string;
  /** Of a list: what one entry is called. */
  readonly entry?: string;
};

export const text = (key: string, rest: Partial<FormField> & { readonly rows?: number } = {}): FormField => {
  const { rows = 1, ...field } = rest;
  return { key, shape: { kind: 'text', rows }, ...field };
};

export const choice = (key: string, options: readonly string[], isOptional = false): FormField => ({
  key,
  shape: { kind: 'choice', options: options.map((value) => ({ value })), isOptional },
  isRequired: !isOptional,
});

export const sourcesField: FormField = { key: 'sources', shape: { kind: 'choices', of: 'sources' } };

export const datedFact = (key: string): FormField => ({
  key,
  shape: { kind: 'fact', of: { kind: 'date' } },
});
