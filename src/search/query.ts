import { accepted, type Result, refused } from '../domain/result.ts';
import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits, type Unit } from '../thai/units.ts';
import { otherNames } from './abbreviations.ts';
import { type Phrase, phraseKey, toPhrase } from './phrase.ts';
import { isBareLetter, type Piece, piecesOf, type Reading } from './query-pieces.ts';
import { roleOf } from './word-roles.ts';
import { inOtherEra } from './years.ts';

/** The longest query that is answered, in characters as typed. */
export const maxQueryLength = 200;

/** True for a query that is refused for its length: a surrogate pair is one character, blanks at the ends none. */
export const isTooLongQuery = (typed: string): boolean => Array.from(typed.trim()).length > maxQueryLength;

/**
 * Why a query cannot be searched for: too many characters, one bare letter, or no letter and no digit at all; and as of a
 * moment, more parts than can all be looked up.
 */
export type QueryRefusal =
  | { readonly code: 'query_too_many_parts' }
  | { readonly code: 'query_too_long'; readonly maximum: number }
  | { readonly code: 'query_too_short' }
  | { readonly code: 'query_empty' };

/**
 * One way to find a word: as typed, by another name, by the same year in the other era, with a slip put right, or a
 * piece of it.
 */
export type Alternative = {
  readonly kind: 'typed' | 'other-name' | 'other-era' | 'corrected' | 'piece';
  readonly written: string;
  readonly phrase: Phrase;
};

/** One word of a query with all its ways to be found. The first alternative is the word as typed. */
export type QueryWord = {
  readonly typed: string;
  readonly isQuoted: boolean;
  /** Puts documents that hold it first, and keeps none out. */
  readonly isOptional: boolean;
  readonly alternatives: readonly [Alternative, ...Alternative[]];
};

export type Query = {
  /** The query as shown back: trimmed, otherwise as typed. */
  readonly typed: string;
  readonly words: readonly [QueryWord, ...QueryWord[]];
  /** All words as one run, when there is more than one word and none is quoted. */
  readonly whole: readonly Alternative[];
  /** Whether a word that binds (และ, ของ) was written between two words: the run of all may be one expression. */
  readonly isBound: boolean;
};

/** Reads what a visitor typed. Pure and linear in its length. */
export function parseQuery(text: string): Result<Query, QueryRefusal> {
  const typed = text.trim();
  if (isTooLongQuery(typed)) {
    return refused({ code: 'query_too_long', maximum: maxQueryLength });
  }
  const form = toSearchForm(typed).replaceAll(/[“”„«»]/g, '"');
  const written = piecesOf(form);
  const pieces = withoutConnectives(written);
  const [first, ...rest] = withoutRepeats(pieces.map(toWord));
  if (first === undefined) return refused({ code: 'query_empty' });
  if (pieces.every(({ readings }) => readings.every(isBareLetter)))
    return refused({ code: 'query_too_short' });
  const words: Query['words'] = [first, ...rest];
  const canBeWhole = pieces.length > 1 && words.every((word) => !word.isQuoted);
  const isBound = canBeWhole && pieces.length < written.length;
  return accepted({ typed, words, whole: canBeWhole ? wholeOf(form, pieces) : [], isBound });
}

function toWord({ readings, isQuoted }: Piece): QueryWord {
  const [first, ...rest] = readings;
  const asTyped = toTyped(first, isQuoted);
  if (isQuoted) return { typed: first.typed, isQuoted, isOptional: false, alternatives: [asTyped] };
  const others = [
    ...rest.map((reading) => toTyped(reading, isQuoted)),
    ...readings.flatMap((reading) => [...namesOf(reading), ...otherEra(reading.units)]),
  ];
  return {
    typed: first.typed,
    isQuoted,
    isOptional: false,
    alternatives: [asTyped, ...distinct(asTyped, others)],
  };
}

/** และ or ใน between spaces stands in nearly every text and asks for nothing; the run of all words keeps it. */
function withoutConnectives(pieces: readonly Piece[]): readonly Piece[] {
  const kept = pieces.filter(
    ({ isQuoted, readings: [{ typed }] }) => isQuoted || roleOf(typed) !== 'binding',
  );
  return kept.length === 0 ? pieces : kept;
}

/** A word typed twice asks for nothing more. */
function withoutRepeats(words: readonly QueryWord[]): readonly QueryWord[] {
  return [...new Map(words.map((word) => [phraseKey(word.alternatives[0].phrase), word])).values()];
}

function toTyped({ typed, units }: Reading, isQuoted: boolean): Alternative {
  return { kind: 'typed', written: typed, phrase: toPhrase(units, !isQuoted && endsInLetter(typed)) };
}

function namesOf({ typed, units }: Reading): readonly Alternative[] {
  return otherNames(typed, units).map((name) => ({
    kind: 'other-name',
    written: name.written,
    phrase: toPhrase(name.units, endsInLetter(typed) && name.endsAsTyped),
  }));
}

function otherEra(units: readonly Unit[]): readonly Alternative[] {
  const other = inOtherEra(units);
  if (other === null) return [];
  return [{ kind: 'other-era', written: other.year, phrase: toPhrase(other.units, false) }];
}

function wholeOf(form: string, pieces: readonly Piece[]): readonly Alternative[] {
  const units = toUnits(form);
  const phrase = toPhrase(units, endsInLetter(form), jointsOf(pieces, units.length));
  return [{ kind: 'typed', written: form, phrase }, ...otherEra(units)];
}

/** Where each piece after the first begins in a run of all of them; none when a part is read with two neighbours. */
function jointsOf(pieces: readonly Piece[], length: number): readonly number[] {
  let end = 0;
  const ends = pieces.map(({ readings }) => {
    end += readings[0].units.length;
    return end;
  });
  return end === length ? ends.slice(0, -1) : [];
}

function endsInLetter(text: string): boolean {
  return /[\p{L}\p{M}]$/u.test(text);
}

function distinct(first: Alternative, others: readonly Alternative[]): readonly Alternative[] {
  const seen = new Set([phraseKey(first.phrase)]);
  return others.filter(({ phrase }) => {
    const key = phraseKey(phrase);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
