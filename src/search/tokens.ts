import type { Unit } from '../thai/units.ts';

/** How many units one token spans; `toTokens` puts as many together. */
export const tokenSpan = 3;

/** Closes a number, and parts a Latin run from what follows, so that 7 is never the beginning of 75. */
const terminator = '\uA0A0';
const otherLetter = '\uA0A1';
const hexBase = 0xa0b0;

/** A word that ends every block, so that no phrase is found across two blocks. */
export const blockEnd = '\uA0FF';

/**
 * One-to-one onto Yi syllables, letters without marks, case or decomposition: Pagefind deletes Unicode marks and
 * stems Latin words, and would make ปู, ปี and ป one key.
 */
function encodeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x0e01 && code <= 0x0e5b) return String.fromCharCode(0xa000 + code - 0x0e01);
  if (code >= 0x61 && code <= 0x7a) return String.fromCharCode(0xa070 + code - 0x61);
  if (code >= 0x30 && code <= 0x39) return String.fromCharCode(0xa090 + code - 0x30);
  const hex = code.toString(16).padStart(6, '0');
  return (
    otherLetter +
    Array.from(hex, (digit) => String.fromCharCode(hexBase + Number.parseInt(digit, 16))).join('')
  );
}

const encodedTexts = new Map<string, string>();

function encodeText(text: string): string {
  const known = encodedTexts.get(text);
  if (known !== undefined) return known;
  const encoded = Array.from(text, encodeCharacter).join('');
  // Thai has some thousand clusters in use; the bound only guards against hostile texts.
  if (encodedTexts.size < 20_000) encodedTexts.set(text, encoded);
  return encoded;
}

/**
 * The token of up to three neighbouring units. With `isOpen` the last unit may still be continued (a Latin run
 * stays without terminator), which is what a query whose end is being typed needs.
 */
export function encodeUnits(units: readonly Pick<Unit, 'kind' | 'text'>[], isOpen: boolean): string {
  let token = '';
  for (const [index, unit] of units.entries()) {
    token += encodeText(unit.text);
    const isLast = index === units.length - 1;
    if (unit.kind === 'number' || (unit.kind === 'latin' && !(isLast && isOpen))) token += terminator;
  }
  return token;
}

/** The overlapping tokens of one block, one per unit: token i holds the units i, i+1 and i+2 as far as they exist. */
export function toTokens(units: readonly Unit[]): readonly string[] {
  const encoded = units.map((unit) => encodeUnits([unit], false));
  return encoded.map((first, index) => first + (encoded[index + 1] ?? '') + (encoded[index + 2] ?? ''));
}

/** Whether `token` begins with exactly the units of `start` (a token of whole units), ending at a unit boundary. */
export function startsWithUnits(token: string, start: string): boolean {
  if (!token.startsWith(start)) return false;
  if (token.length === start.length) return true;
  return isUnitStart(token, start.length);
}

const mark = (code: number): boolean =>
  (code >= 0xe31 && code <= 0xe3a && !vowelAfter(code)) || isAbove(code);
const isAbove = (code: number): boolean => code >= 0xe47 && code <= 0xe4e;
const vowelAfter = (code: number): boolean => code === 0xe32 || code === 0xe33 || code === 0xe45;
const consonant = (code: number): boolean => code >= 0xe01 && code <= 0xe2e;
const vowelBefore = (code: number): boolean => code >= 0xe40 && code <= 0xe44;
const shortA = 0xe30;

/** The same cut as in `thai/units.ts`: what does not continue the cluster before it opens a new unit. */
function isUnitStart(token: string, at: number): boolean {
  const code = thaiCode(token, at);
  const before = thaiCode(token, at - 1);
  if (mark(code)) return false;
  if (consonant(code)) return !vowelBefore(before);
  if (vowelAfter(code)) return !consonant(before) && !mark(before);
  if (code === shortA) return !consonant(before) && !mark(before) && !vowelAfter(before);
  return true;
}

const thaiCode = (token: string, at: number): number => token.charCodeAt(at) - 0xa000 + 0x0e01;
