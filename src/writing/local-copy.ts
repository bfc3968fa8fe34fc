import { type DraftFields, tidyBody } from '../domain/draft.ts';
import { toDisplayForm } from '../thai/normal-form.ts';

/** What somebody typed, kept in this browser until it is safely on the server. */
export type LocalCopy = {
  /** One for each window, so that two windows of one person never overwrite each other's. */
  readonly id: string;
  readonly userId: string;
  /** `type/slug` of the work. */
  readonly work: string;
  /** The version of the draft that the text began from. */
  readonly version: number;
  readonly fields: DraftFields;
  /** The marks of all that was sent at this version without an answer: one of it may have arrived. */
  readonly sent: readonly string[];
  /** Milliseconds of the clock of this machine. */
  readonly at: number;
};

/** The store of local copies. Every call rejects where the browser keeps nothing. */
export type LocalCopies = {
  readonly put: (copy: LocalCopy) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** The copies of one person, the newest first. */
  readonly list: (userId: string) => Promise<readonly LocalCopy[]>;
};

export const sameTyped = (one: DraftFields, other: DraftFields): boolean =>
  Object.entries(one).every(([name, text]) => text === other[name as keyof DraftFields]);

/** True when both would be stored as the same text: invisible signs, outer blanks and line ends do not count. */
export const sameStored = (one: DraftFields, other: DraftFields): boolean =>
  Object.entries(one).every(
    ([name, text]) => storedForm(name, text) === storedForm(name, other[name as keyof DraftFields]),
  );

/** Tells texts apart that would be stored differently, in a few letters (FNV-1a in two halves; nobody's secret). */
export function textMark(fields: DraftFields): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (const [name, text] of Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const form = `${name}\n${storedForm(name, text)}\n`;
    for (let index = 0; index < form.length; index += 1) {
      const unit = form.charCodeAt(index);
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other + unit, 0x85ebca6b) ^ (other >>> 13);
    }
  }
  return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
}

function storedForm(name: string, text: string): string {
  const shown = toDisplayForm(text.replace(/\r\n?/g, '\n'));
  return name === 'body' ? tidyBody(shown) : shown.trim();
}

/** What a copy found when the page is opened is worth. */
export type FoundCopy =
  /** The server has all of it. */
  | { readonly kind: 'stored' }
  /** It goes on from this version of the draft. */
  | { readonly kind: 'unsent'; readonly version: number };

/**
 * Compares a copy with the draft as it is now. What was on its way when the browser or the line broke and did arrive
 * is no change of somebody else's.
 */
export function judgeCopy(
  copy: LocalCopy,
  server: { readonly version: number; readonly fields: DraftFields },
): FoundCopy {
  if (sameStored(copy.fields, server.fields)) return { kind: 'stored' };
  const hasArrived = copy.sent.includes(textMark(server.fields));
  return { kind: 'unsent', version: hasArrived ? server.version : copy.version };
}
