import { type MarkedPart, markText } from '../thai/mark-text.ts';
import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits } from '../thai/units.ts';
import { parseQuery, type Query } from './query.ts';
import { refusalSentence } from './sentences.ts';

/** A text as the one string in which the words of a query are found: its units, each between blanks. */
export const wordKey = (text: string): string => ` ${unitTexts(toUnits(toSearchForm(text)))} `;

/** What narrows a list by words: as typed, and what it means; or why it means nothing. */
export type AskedWords = {
  /** Without blanks at its ends; empty when nothing was asked or it means nothing. */
  readonly typed: string;
  readonly query: Query | null;
  readonly problem: string | null;
};

/** Reads the words by which a list is narrowed, as the search reads them. */
export function readWords(text: string | null): AskedWords {
  const typed = (text ?? '').trim();
  if (typed === '') return { typed, query: null, problem: null };
  const read = parseQuery(typed);
  return read.ok
    ? { typed, query: read.value, problem: null }
    : { typed: '', query: null, problem: refusalSentence(read.refusal) };
}

/**
 * Whether every word of a query stands in a text, told from its key. A word may stand there by another name of the same
 * or as the same year of the other era, as in the exact answers of the search.
 */
export function holdsWords({ words }: Query): (key: string) => boolean {
  const wanted = words.map(({ alternatives }) =>
    alternatives.map(({ phrase }) => ` ${unitTexts(phrase.units)}${phrase.isOpen ? '' : ' '}`),
  );
  return (key) => wanted.every((ways) => ways.some((way) => key.includes(way)));
}

/** A text with the words of a query marked where they stand; joined, the parts are the text. */
export function markWords({ words }: Query): (text: string) => readonly MarkedPart[] {
  const phrases = words.flatMap(({ alternatives }) => alternatives.map(({ phrase }) => phrase));
  return (text) => markText(text, phrases);
}

const unitTexts = (units: readonly { readonly text: string }[]): string =>
  units.map(({ text }) => text).join(' ');
