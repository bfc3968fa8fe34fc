import { keysTouch } from './keyboard.ts';

/**
 * What one slip costs, where 1 is a letter for an unrelated one. The classes are the confusions of Thai spelling:
 * letters of one sound, vowels above and below, tone marks, the silencing mark, doubled letters, and neighbours on
 * the keyboard. Letters are given as UTF-16 code units.
 */
const soundClasses = [
  'ฎฏดต',
  'ณน',
  'ศษสซ',
  'ญย',
  'ใไ',
  'ฐถ',
  'ทธฑฒ',
  'ขคฆ',
  'พภผ',
  'ฝฟ',
  'ชฌฉ',
  'รลฬ',
  'อฮ',
  'บป',
];
const markClasses = ['ิีึืั็', 'ุู', '่้๊๋', 'เแ', 'ะา'];

const firstThai = 0x0e00;
const thaiLetters = 0x60;

/** The costs of every Thai letter typed for every other, row by row. */
const thaiCosts = new Float64Array(thaiLetters * thaiLetters).map((_, index) => {
  const typed = String.fromCharCode(firstThai + Math.floor(index / thaiLetters));
  const meant = String.fromCharCode(firstThai + (index % thaiLetters));
  return letterCost(typed, meant);
});

function letterCost(typed: string, meant: string): number {
  if (typed === meant) return 0;
  const share = (classes: readonly string[]): boolean =>
    classes.some((members) => members.includes(typed) && members.includes(meant));
  if (share(markClasses)) return 0.45;
  if (share(soundClasses)) return 0.5;
  const keys = keysTouch(typed, meant);
  // A mark for a letter is no slip of the ear or the eye.
  if (isMark(typed) !== isMark(meant)) return keys === 'near' ? 0.9 : 1.05;
  return keys === 'same' ? 0.6 : keys === 'near' ? 0.75 : 1;
}

function isMark(letter: string): boolean {
  return /[ัิ-ฺ็-๎]/.test(letter);
}

/** One letter typed for another. */
export function substitution(typed: number, meant: number): number {
  if (typed === meant) return 0;
  const a = typed - firstThai;
  const b = meant - firstThai;
  const isThai = a >= 0 && b >= 0 && a < thaiLetters && b < thaiLetters;
  return isThai ? (thaiCosts[a * thaiLetters + b] ?? 1) : 1;
}

/** A letter that was typed though it is not meant. `before` is the letter typed before it. */
export function insertion(typed: number, before: number): number {
  return typed === before ? 0.4 : markCost(typed, 0.9);
}

/** A letter that is meant and was left out. `before` is the letter meant before it. */
export function omission(meant: number, before: number): number {
  return meant === before ? 0.5 : markCost(meant, 0.85);
}

/** Two letters typed in the wrong order. */
export const swap = 0.7;

/** Tone marks and the signs ็ ์ ํ ฺ are left out or added more easily than vowels above and below, and these than letters. */
function markCost(letter: number, other: number): number {
  if (letter >= 0x0e48 && letter <= 0x0e4b) return 0.4;
  if (letter === 0x0e31 || (letter >= 0x0e34 && letter <= 0x0e39)) return 0.7;
  return letter === 0x0e47 || letter === 0x0e4c || letter === 0x0e4d || letter === 0x0e3a ? 0.35 : other;
}
