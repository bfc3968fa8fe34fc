import type { WrittenDate } from '../thai/written-date.ts';
import { type ChangeKind, changeKinds, type Manifest } from './edition.ts';
import type { FieldProblem } from './errors.ts';
import { type Fact, given, notStated } from './fact.ts';
import { isPlaceCode } from './place.ts';
import { accepted, type Result, refused } from './result.ts';
import type { WorkName } from './work.ts';

/** What the desk's form edits, as typed. Every other part of the manifest is carried over unchanged. */
export type DraftFields = {
  readonly title: string;
  readonly label: string;
  /** The date of adoption or signing as the document writes it; empty when it is not stated. */
  readonly adopted: string;
  readonly summary: string;
  /** Place codes separated by spaces or commas. */
  readonly places: string;
  readonly changeKind: string;
  readonly changeNote: string;
  readonly body: string;
};

const maximum = { title: 500, label: 300, adopted: 200, summary: 4000, changeNote: 4000 } as const;

/** The most places one edition names, as in the archive format. */
export const placesMaximum = 1000;

/** The largest body of an edition, in UTF-8 bytes. */
export const bodyMaximumBytes = 256 * 1024;

/** The fields of a draft as the form shows them. */
export function fieldsOf(content: Manifest): DraftFields {
  return {
    title: content.title,
    label: content.label.kind === 'given' ? content.label.value : '',
    adopted: adoptedText(content.adopted),
    summary: content.summary ?? '',
    places: content.places.join(' '),
    changeKind: content.changeKind,
    changeNote: content.changeNote ?? '',
    body: content.body,
  };
}

const adoptedText = (adopted: Fact<WrittenDate>): string =>
  adopted.kind === 'given' ? (adopted.value.textAsWritten ?? adopted.value.start) : '';

/**
 * The content with the typed fields put in. A field that was not touched keeps its fact as it was, with
 * its state, sources and wording. Refused: `content_invalid` with every problem found.
 * @param understand reads a date as written; null when it is not a date
 */
export function applyFields(
  content: Manifest,
  fields: DraftFields,
  understand: (text: string) => WrittenDate | null,
): Result<Manifest> {
  const applied = applyGoodFields(content, fields, understand);
  if (applied.problems.length === 0) return accepted(applied.content);
  return refused({ code: 'content_invalid', problems: applied.problems });
}

/**
 * The content with those typed fields put in that can be stored, for a text that is still being typed; every other
 * field stays as it was, and `problems` tells why.
 * @param understand reads a date as written; null when it is not a date
 */
export function applyGoodFields(
  content: Manifest,
  fields: DraftFields,
  understand: (text: string) => WrittenDate | null,
): { readonly content: Manifest; readonly problems: readonly FieldProblem[] } {
  const before = fieldsOf(content);
  const adopted = adoptedFact(content, fields.adopted.trim(), before.adopted, understand);
  const problems = problemsWith(fields, adopted);
  const wrong = new Set(problems.map(({ field }) => field));
  const kept = <T>(field: keyof DraftFields, typed: T, was: T): T => (wrong.has(field) ? was : typed);
  const label = fields.label.trim();
  const labelFact = label === before.label ? content.label : label === '' ? notStated : given(label);
  const places = [...new Set(placeCodes(fields))];
  return {
    content: {
      ...content,
      title: kept('title', fields.title.trim(), content.title),
      label: kept('label', labelFact, content.label),
      adopted: adopted ? kept('adopted', adopted, content.adopted) : content.adopted,
      summary: kept('summary', fields.summary.trim() || null, content.summary),
      places: kept('places', places, content.places),
      changeKind: kept('changeKind', fields.changeKind as ChangeKind, content.changeKind),
      changeNote: kept('changeNote', fields.changeNote.trim() || null, content.changeNote),
      body: kept('body', tidyBody(fields.body), content.body),
    },
    problems,
  };
}

const placeCodes = (fields: DraftFields): readonly string[] =>
  fields.places.split(/[\s,]+/).filter((code) => code !== '');

function problemsWith(fields: DraftFields, adopted: Fact<WrittenDate> | null): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (fields.title.trim() === '') problems.push({ field: 'title', reason: 'required' });
  for (const key of Object.keys(maximum) as (keyof typeof maximum)[]) {
    if (fields[key].length > maximum[key]) problems.push({ field: key, reason: 'too_long' });
  }
  if (new TextEncoder().encode(tidyBody(fields.body)).length > bodyMaximumBytes) {
    problems.push({ field: 'body', reason: 'too_long' });
  }
  const places = placeCodes(fields);
  const wrong = places.find((code) => !isPlaceCode(code));
  if (wrong !== undefined) problems.push({ field: 'places', reason: 'unknown_place', found: wrong });
  if (places.length > placesMaximum) problems.push({ field: 'places', reason: 'too_long' });
  if (!adopted) problems.push({ field: 'adopted', reason: 'not_a_date', found: fields.adopted.slice(0, 80) });
  if (!isChangeKind(fields.changeKind)) problems.push({ field: 'changeKind', reason: 'not_in_list' });
  return problems;
}

function adoptedFact(
  content: Manifest,
  typed: string,
  before: string,
  understand: (text: string) => WrittenDate | null,
): Fact<WrittenDate> | null {
  if (typed === before) return content.adopted;
  if (typed === '') return notStated;
  const date = understand(typed);
  return date ? given(date) : null;
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
