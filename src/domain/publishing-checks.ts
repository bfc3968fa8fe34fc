import { resultsOf } from './case-results.ts';
import type { Manifest } from './edition.ts';
import { findWording } from './find-wording.ts';
import type { NumberingProblem } from './numbering/check-numbering.ts';
import { findPersonalData, type PersonalDatum } from './personal-data.ts';
import { type Provision, readProvisionOpening } from './provision.ts';

/** Where in an edition something stands. */
export type Place = {
  /** Dotted path of the field. */
  readonly field: string;
  /** Inside the body the label of the numbered part around it, such as ข้อ ๕; null elsewhere. */
  readonly part: string | null;
  /** The words around it, of the same line. */
  readonly excerpt: string;
};

export type LocatedDatum = PersonalDatum & Place;

/** What an officer should look at before publishing; none of it stands in the way. */
export type Advice =
  | { readonly kind: 'unfinished'; readonly place: Place }
  | { readonly kind: 'missing'; readonly field: string }
  | { readonly kind: 'missing_fact'; readonly label: string }
  /** A case of which nobody knows what came of it, and that does not say what is expected and when it will be known. */
  | { readonly kind: 'unknown_result' }
  /** The wording of a commitment does not stand in the provision that it is said to be of. */
  | { readonly kind: 'stray_wording'; readonly metric: string; readonly label: string }
  | { readonly kind: 'dead_link'; readonly target: string }
  | { readonly kind: 'bad_link'; readonly target: string }
  | { readonly kind: 'numbering'; readonly problem: NumberingProblem };

/** Dotted path of the field where advice is followed. */
export function fieldOfAdvice(advice: Advice): string {
  switch (advice.kind) {
    case 'unfinished':
      return advice.place.field;
    case 'missing':
      return advice.field;
    case 'missing_fact':
    case 'unknown_result':
      return 'facts';
    default:
      return 'body';
  }
}

/** Fields of a manifest that hold no prose: codes, hashes and links. */
const withoutProse: ReadonlySet<string> = new Set([
  'url',
  'retrieved',
  'target',
  'type',
  'slug',
  'places',
  'possiblePlaces',
  'topics',
  'sha256',
  'organisation',
  'work',
  'code',
  'codes',
  'start',
  'end',
]);

type Text = { readonly field: string; readonly text: string };

/** A column of a table may have the name of a field without prose. */
const isFact = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value;

/** Every text of a manifest with the dotted path of its field. */
export function textsOf(manifest: Manifest): readonly Text[] {
  const texts: Text[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.push({ field: path, text: value });
    else if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) walk(one, `${path}.${index}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if (!withoutProse.has(key) || isFact(one)) walk(one, path === '' ? key : `${path}.${key}`);
      }
    }
  };
  walk(manifest, '');
  return texts;
}

/** Personal data anywhere in a manifest, each with the words around it. */
export function findPersonalDataIn(manifest: Manifest): readonly LocatedDatum[] {
  // A large agreement says the same of hundreds of parties.
  const found = new Map<string, ReturnType<typeof findPersonalData>>();
  return textsOf(manifest).flatMap(({ field, text }) => {
    const data = found.get(text) ?? findPersonalData(text);
    found.set(text, data);
    return data.map((datum) => ({ ...datum, ...placeOf(field, text, datum.index, datum.text.length) }));
  });
}

/** Dots to be filled in, crosses for digits to come, and words that say so. */
const unfinished = /\.{4,}|…{1,}|_{3,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|\[(?:ระบุ|ใส่|เติม)[^\]]*\]|\?{3,}/g;

/** Marks of a text that somebody meant to go on with. A model text has such places on purpose. */
export const findUnfinished = (manifest: Manifest): readonly Place[] =>
  manifest.provenance === 'model'
    ? []
    : textsOf(manifest).flatMap(({ field, text }) =>
        [...text.matchAll(unfinished)].map((match) => placeOf(field, text, match.index, match[0].length)),
      );

const around = 24;

/** Marks that stand above, below or after a letter and are nothing without it. */
const tornMarks = /^[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]+/;

function placeOf(field: string, text: string, index: number, length: number): Place {
  const lineEnd = text.indexOf('\n', index + length);
  const from = Math.max(text.lastIndexOf('\n', index) + 1, index - around);
  const until = Math.min(lineEnd < 0 ? text.length : lineEnd, index + length + around);
  const words = text.slice(from, until).replace(tornMarks, '').replace(/\s+/g, ' ').trim();
  const [hasBefore, hasAfter] = [/\S/.test(text.charAt(from - 1)), /\S/.test(text.charAt(until))];
  const excerpt = `${hasBefore ? '…' : ''}${words}${hasAfter ? '…' : ''}`;
  return { field, part: field === 'body' ? partBefore(text, index) : null, excerpt };
}

/** The label of the last heading or numbered part that opens before a position of a body. */
function partBefore(body: string, index: number): string | null {
  const names = body
    .slice(0, index)
    .split('\n')
    .map((line) => {
      const heading = /^#{1,6}\s+(.+)$/.exec(line)?.[1] ?? null;
      return readProvisionOpening(heading ?? line)?.label ?? heading;
    });
  return names.findLast((name) => name !== null) ?? null;
}

/**
 * Commitments whose wording is not in the provision that they point at. A body in the register's own words quotes
 * nothing.
 */
export const findStrayWordings = (
  { commitments, textRights }: Pick<Manifest, 'commitments' | 'textRights'>,
  provisions: readonly Pick<Provision, 'eid' | 'label' | 'heading' | 'text'>[],
): readonly Advice[] =>
  textRights === 'none'
    ? []
    : commitments.flatMap(({ metric, provision, textAsWritten }) => {
        const part = provisions.find(({ eid }) => eid === provision);
        if (!part || findWording(`${part.heading ?? ''}\n${part.text}`, textAsWritten)) return [];
        return [{ kind: 'stray_wording', metric, label: part.label } as const];
      });

/** Whether readers of a case would find nothing about what came of it. */
const lacksExpectation = ({ type, facts }: Manifest): boolean =>
  type === 'cases' && resultsOf(facts) === 'unstated';

/** What an edition usually says and this one does not. */
export function findMissing(
  manifest: Manifest,
  fields: readonly { readonly key: string; readonly label: string; readonly isIncidental?: boolean }[],
): readonly Advice[] {
  const missing = (isMissing: boolean, field: string): readonly Advice[] =>
    isMissing ? [{ kind: 'missing', field }] : [];
  return [
    ...missing(manifest.summary === null, 'summary'),
    ...missing(manifest.places.length === 0 && manifest.possiblePlaces.length === 0, 'places'),
    ...missing(manifest.adopted.kind !== 'given', 'adopted'),
    ...(lacksExpectation(manifest) ? [{ kind: 'unknown_result' } as const] : []),
    ...missing(manifest.provenance === 'documented' && manifest.sources.length === 0, 'sources'),
    ...fields
      .filter(({ key, isIncidental }) => isIncidental !== true && manifest.facts[key] === undefined)
      .map(({ label }) => ({ kind: 'missing_fact', label }) as const),
  ];
}
