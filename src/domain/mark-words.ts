import { findMatches, type MarkedPart, markText } from '../thai/mark-text.ts';
import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits } from '../thai/units.ts';

const withoutBlanks = (form: string): string => form.replaceAll(' ', '');

/** Looks for some words in texts by the search normal form: other digits, blanks and spellings of vowels are the same. */
export function createWordFinder(words: readonly string[]): {
  /** The words that stand in a text, in the order in which they are looked for. */
  readonly wordsIn: (text: string) => readonly string[];
  /** The text with these words marked; joined, the parts are the text. */
  readonly mark: (text: string) => readonly MarkedPart[];
} {
  const sought = words.map((word) => {
    const form = toSearchForm(word);
    return { word, plain: withoutBlanks(form), phrase: { units: toUnits(form), isOpen: false } };
  });
  const phrases = sought.map(({ phrase }) => phrase);
  return {
    wordsIn: (text) => {
      // Cutting into units takes longer than everything else, and most texts hold none of the words.
      const plain = withoutBlanks(toSearchForm(text));
      const likely = sought.filter((one) => plain.includes(one.plain));
      if (likely.length === 0) return [];
      const matches = findMatches(
        text,
        likely.map(({ phrase }) => phrase),
      );
      const found = new Set(matches.map(({ phrase }) => phrase));
      return likely.flatMap(({ word }, at) => (found.has(at) ? [word] : []));
    },
    mark: (text) => markText(text, phrases),
  };
}
