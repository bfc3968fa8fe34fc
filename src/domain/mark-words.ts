import { type MarkedPart, markText } from '../thai/mark-text.ts';
import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits, toUnitTexts } from '../thai/units.ts';

const withoutBlanks = (form: string): string => form.replaceAll(' ', '');

/**
 * Looks for some words in texts by the search normal form: other digits, blanks and spellings of vowels are the same. A
 * text takes the same time for many words as for one.
 */
export function createWordFinder(words: readonly string[]): {
  /** The words that stand in a text, in the order in which they are looked for. */
  readonly wordsIn: (text: string) => readonly string[];
  /** The text with these words marked; joined, the parts are the text. */
  readonly mark: (text: string) => readonly MarkedPart[];
} {
  const sought = words.map((word) => {
    const form = toSearchForm(word);
    return { word, plain: withoutBlanks(form), units: toUnits(form) };
  });
  const phrases = sought.map(({ units }) => ({ units, isOpen: false }));
  const byFirstUnit = Map.groupBy(sought, ({ units }) => units[0]?.text);
  return {
    wordsIn: (text) => {
      const form = toSearchForm(text);
      const units = toUnitTexts(form);
      const found = units.flatMap(
        (unit, at) =>
          byFirstUnit
            .get(unit)
            ?.filter((one) => one.units.every((wanted, index) => wanted.text === units[at + index])) ?? [],
      );
      if (found.length === 0) return [];
      const plain = withoutBlanks(form);
      const standing = new Set(found.filter((one) => plain.includes(one.plain)));
      return sought.filter((one) => standing.has(one)).map(({ word }) => word);
    },
    mark: (text) => markText(text, phrases),
  };
}
