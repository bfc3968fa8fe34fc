import { toSearchForm, toSearchFormWithOffsets } from '../thai/normal-form.ts';
import { toUnits } from '../thai/units.ts';

/** A stretch of a text, and whether it is one of the words that were looked for. */
export type MarkedPiece = { readonly text: string; readonly isMarked: boolean };

/** A word as it is looked for: its units, each closed, so that no letter is torn from its vowel or tone. */
const closedUnits = (form: string): string =>
  `.${toUnits(form)
    .map(({ text }) => text)
    .join('.')}.`;

const withoutBlanks = (form: string): string => form.replaceAll(' ', '');

/** Looks for some words in texts by the search normal form: other digits, blanks and spellings of vowels are the same. */
export function createWordFinder(words: readonly string[]): {
  /** The words that stand in a text, in the order in which they are looked for. */
  readonly wordsIn: (text: string) => readonly string[];
  /** The text with these words marked; joined, the pieces are the text. */
  readonly mark: (text: string) => readonly MarkedPiece[];
} {
  const sought = words.map((word) => {
    const form = toSearchForm(word);
    return { word, plain: withoutBlanks(form), closed: closedUnits(form) };
  });
  const wordsIn = (text: string): readonly string[] => {
    const form = toSearchForm(text);
    const plain = withoutBlanks(form);
    // Cutting into units takes longer than everything else, and most texts hold none of the words.
    const likely = sought.filter((one) => plain.includes(one.plain));
    if (likely.length === 0) return [];
    const closed = closedUnits(form);
    return likely.filter((one) => closed.includes(one.closed)).map(({ word }) => word);
  };
  const mark = (text: string): readonly MarkedPiece[] => {
    const { form, offsets } = toSearchFormWithOffsets(text);
    const units = toUnits(form);
    const texts = units.map((unit) => unit.text);
    const isMarked = new Uint8Array(text.length);
    for (const { closed } of sought) {
      const wanted = closed.slice(1, -1).split('.');
      for (let at = 0; at + wanted.length <= texts.length; at += 1) {
        if (!wanted.every((unit, index) => texts[at + index] === unit)) continue;
        const start = offsets[units[at]?.start ?? 0] ?? 0;
        const end = offsets[units[at + wanted.length - 1]?.end ?? 0] ?? text.length;
        isMarked.fill(1, start, end);
      }
    }
    return piecesOf(text, isMarked);
  };
  return { wordsIn, mark };
}

function piecesOf(text: string, isMarked: Uint8Array): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    for (end = start + 1; end < text.length && isMarked[end] === isMarked[start]; ) end += 1;
    pieces.push({ text: text.slice(start, end), isMarked: isMarked[start] === 1 });
  }
  return pieces;
}
