import { type ChangeKind, changeKinds, type Manifest } from './edition.ts';
import type { FieldProblem } from './errors.ts';
import { notStated } from './fact.ts';
import { accepted, type Result, refused } from './result.ts';
import type { WorkName } from './work.ts';

/**
 * The text of a draft as the desk's form edits it, as typed. Names, dates, places and all other facts have forms of their
 * own (`src/facts`) and are carried over unchanged.
 */
export type DraftFields = {
  readonly summary: string;
  readonly changeKind: string;
  readonly changeNote: string;
  readonly body: string;
};

/** The names of those fields, in the order of the form. */
export const draftFieldNames = [
  'summary',
  'body',
  'changeKind',
  'changeNote',
] as const satisfies readonly (keyof DraftFields)[];

export const isDraftField = (name: string): name is keyof DraftFields =>
  (draftFieldNames as readonly string[]).includes(name);

const maximum = { summary: 4000, changeNote: 4000 } as const;

/** The most places one edition names, as in the archive format. */
export const placesMaximum = 1000;

/** The largest body of an edition, in UTF-8 bytes. */
export const bodyMaximumBytes = 256 * 1024;

/** The fields of a draft as the form shows them. */
export const fieldsOf = (content: Manifest): DraftFields => ({
  summary: content.summary ?? '',
  changeKind: content.changeKind,
  changeNote: content.changeNote ?? '',
  body: content.body,
});

/** The content with the typed fields put in. Refused: `content_invalid` with every problem found. */
export function applyFields(content: Manifest, fields: DraftFields): Result<Manifest> {
  const applied = applyGoodFields(content, fields);
  if (applied.problems.length === 0) return accepted(applied.content);
  return refused({ code: 'content_invalid', problems: applied.problems });
}

/**
 * The content with those typed fields put in that can be stored, for a text that is still being typed; every other
 * field stays as it was, and `problems` tells why.
 */
export function applyGoodFields(
  content: Manifest,
  fields: DraftFields,
): { readonly content: Manifest; readonly problems: readonly FieldProblem[] } {
  const problems = problemsWith(fields);
  const wrong = new Set(problems.map(({ field }) => field));
  const kept = <T>(field: keyof DraftFields, typed: T, was: T): T => (wrong.has(field) ? was : typed);
  return {
    content: {
      ...content,
      summary: kept('summary', fields.summary.trim() || null, content.summary),
      changeKind: kept('changeKind', fields.changeKind as ChangeKind, content.changeKind),
      changeNote: kept('changeNote', fields.changeNote.trim() || null, content.changeNote),
      body: kept('body', tidyBody(fields.body), content.body),
    },
    problems,
  };
}

function problemsWith(fields: DraftFields): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const key of Object.keys(maximum) as (keyof typeof maximum)[]) {
    if (fields[key].length > maximum[key]) problems.push({ field: key, reason: 'too_long' });
  }
  if (new TextEncoder().encode(tidyBody(fields.body)).length > bodyMaximumBytes) {
    problems.push({ field: 'body', reason: 'too_long' });
  }
  if (!isChangeKind(fields.changeKind)) problems.push({ field: 'changeKind', reason: 'not_in_list' });
  return problems;
}

const isChangeKind = (text: string): boolean => (changeKinds as readonly string[]).includes(text);

/** A body as it is stored: LF line ends, no blank lines at either end. */
export function tidyBody(body: string): string {
  return body
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/\s+$/, '');
}

/** The draft of a work's next edition: everything of the current one, but the account of the change. */
export function draftOfNext(current: Manifest): Manifest {
  return { ...current, edition: current.edition + 1, changeKind: 'substantive', changeNote: null };
}

/** The empty draft of a new work. Who opens it writes the text, so the rights in it are their own. */
export function draftOfNewWork(
  name: WorkName,
  title: string,
  defaults: Pick<Manifest, 'subtype' | 'legalNature'>,
): Manifest {
  return {
    format: 1,
    ...name,
    edition: 1,
    title,
    titleEn: null,
    aliases: [],
    provenance: 'documented',
    ...defaults,
    label: notStated,
    changeKind: 'first',
    changeNote: null,
    summary: null,
    evidenceLevel: 'full_text',
    textRights: 'own',
    scope: null,
    scopeNote: null,
    places: [],
    possiblePlaces: [],
    placeNote: null,
    adopted: notStated,
    effective: notStated,
    reviewDue: notStated,
    topics: [],
    facts: {},
    parties: [],
    people: [],
    claims: [],
    commitments: [],
    relations: [],
    sources: [],
    body: '',
  };
}
