import { toArabicDigits } from '../thai/digits.ts';

/** Where a wording stands in a text: where it begins, and how long it is there. */
export type WordingPlace = { readonly start: number; readonly length: number };

/**
 * Finds the first place of a wording in a text, in either digits and with any spaces and ends of line between and
 * inside its words, as people copy them. Null when it is not there, or empty.
 */
export function findWording(text: string, wording: string): WordingPlace | null {
  const letters = [...toArabicDigits(wording).replace(/\s+/g, '')];
  if (letters.length === 0) return null;
  const literal = letters.map((letter) => letter.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  const match = new RegExp(literal.join('\\s*'), 'u').exec(toArabicDigits(text));
  return match ? { start: match.index, length: match[0].length } : null;
}
