import { accepted, type Result, refused } from '../domain/result.ts';
import { toSearchForm } from '../thai/normal-form.ts';
import { otherNames } from './abbreviations.ts';
import { type Phrase, phraseKey, toPhrase } from './phrase.ts';
import { toUnits, type Unit } from './units.ts';
import { inOtherEra } from './years.ts';

/** The longest query that is answered, in characters as typed. */
export const maxQueryLength = 200;

/** Why a query cannot be searched for: too many characters, one bare letter, or no letter and no digit at all. */
export type QueryRefusal =
  | { readonly code: 'query_too_long'; readonly maximum: number }
  | { readonly code: 'query_too_short' }
  | { readonly code: 'query_empty' };

/** One way to find a word: as typed, by another name, or by the same year in the other era. */
export type Alternative = {
  readonly kind: 'typed' | 'other-name' | 'other-era';
  readonly written: string;
  readonly phrase: Phrase;
};

/** One word of a query with all its ways to be found. The first alternative is the word as typed. */
export type QueryWord = {
  readonly typed: string;
  readonly isQuoted: boolean;
  readonly alternatives: readonly [Alternative, ...Alternative[]];
};

export type Query = {
  /** The query as shown back: trimmed, otherwise as typed. */
  readonly typed: string;
  readonly words: readonly [QueryWord, ...QueryWord[]];
  /** All words as one run, when there is more than one word and none is quoted. */
  readonly whole: readonly Alternative[];
};

type Piece = { readonly typed: string; readonly units: readonly Unit[]; readonly isQuoted: boolean };

/** Reads what a visitor typed. Pure and linear in its length. */
export function parseQuery(text: string): Result<Query, QueryRefusal> {
  const typed = text.trim();
  if (Array.from(typed).length > maxQueryLength) {
    return refused({ code: 'query_too_long', maximum: maxQueryLength });
  }
  const form = toSearchForm(typed).replaceAll(/[“”„«»]/g, '"');
  const [first, ...rest] = glueShort(piecesOf(form)).map(toWord);
  if (first === undefined) return refused({ code: 'query_empty' });
  const units = first.alternatives[0].phrase.units;
  if (rest.length === 0 && units.length === 1 && isBareLetter(units[0])) {
    return refused({ code: 'query_too_short' });
  }
  const words: Query['words'] = [first, ...rest];
  const canBeWhole = words.length > 1 && words.every((word) => !word.isQuoted);
  return accepted({ typed, words, whole: canBeWhole ? wholeOf(form) : [] });
}

function piecesOf(form: string): readonly Piece[] {
  return [...form.matchAll(/"([^"]+)"|[^\s"]+/g)].flatMap((match) => {
    const quoted = match[1];
    const typed = (quoted ?? match[0]).trim();
    const units = toUnits(typed);
    return units.length === 0 ? [] : [{ typed, units, isQuoted: quoted !== undefined }];
  });
}

/**
 * หมู่ที่ 7, ข้อ ก, พ.ศ. 2560 and 300 บาท are one thing each: a bare letter, a number of up to three digits, or any
 * after an era, joins the word before it; a short one at the beginning joins the word after it.
 */
function glueShort(pieces: readonly Piece[]): readonly Piece[] {
  const glued: Piece[] = [];
  for (const piece of pieces) {
    const previous = glued.at(-1);
    if (
      previous !== undefined &&
      !previous.isQuoted &&
      !piece.isQuoted &&
      belongTogether(previous, piece, glued)
    ) {
      glued[glued.length - 1] = join(previous, piece);
    } else {
      glued.push(piece);
    }
  }
  return glued;
}

function belongTogether(previous: Piece, piece: Piece, before: readonly Piece[]): boolean {
  if (before.length === 1 && isLoneNumber(previous, 3)) return !isLoneNumber(piece, Number.POSITIVE_INFINITY);
  if (before.length === 1 && isLoneLetter(previous)) return true;
  if (isLoneNumber(piece, 3) || isLoneLetter(piece)) return true;
  return isLoneNumber(piece, 4) && /^(?:พ\.?ศ|ค\.?ศ|พุทธศักราช|ปี)\.?$/.test(previous.typed);
}

function isLoneLetter({ units }: Piece): boolean {
  return units.length === 1 && isBareLetter(units[0]);
}

/** A letter without vowel or tone begins thousands of words, and finding each would load much of the index. */
function isBareLetter(unit: Pick<Unit, 'kind' | 'text'> | undefined): boolean {
  return unit !== undefined && unit.kind !== 'number' && unit.text.length === 1;
}

function isLoneNumber({ units }: Piece, maxDigits: number): boolean {
  const [unit, more] = units;
  return unit?.kind === 'number' && more === undefined && unit.text.length <= maxDigits;
}

function join(a: Piece, b: Piece): Piece {
  const typed = `${a.typed} ${b.typed}`;
  return { typed, units: toUnits(typed), isQuoted: false };
}

function toWord({ typed, units, isQuoted }: Piece): QueryWord {
  const isOpen = !isQuoted && endsInLetter(typed);
  const asTyped: Alternative = { kind: 'typed', written: typed, phrase: toPhrase(units, isOpen) };
  if (isQuoted) return { typed, isQuoted, alternatives: [asTyped] };
  const others = otherNames(typed, units).map(
    (name): Alternative => ({
      kind: 'other-name',
      written: name.written,
      phrase: toPhrase(name.units, isOpen && name.endsAsTyped),
    }),
  );
  return { typed, isQuoted, alternatives: [asTyped, ...distinct(asTyped, [...others, ...otherEra(units)])] };
}

function otherEra(units: readonly Unit[]): readonly Alternative[] {
  const other = inOtherEra(units);
  if (other === null) return [];
  return [{ kind: 'other-era', written: other.year, phrase: toPhrase(other.units, false) }];
}

function wholeOf(form: string): readonly Alternative[] {
  const units = toUnits(form);
  return [{ kind: 'typed', written: form, phrase: toPhrase(units, endsInLetter(form)) }, ...otherEra(units)];
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
