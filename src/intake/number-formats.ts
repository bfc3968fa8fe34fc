import { toThaiDigits } from '../thai/digits.ts';

/** The letters Word counts Thai lists with: ฃ and ฅ are left out. */
const THAI_LETTERS = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number of a list in one of Word's formats (`w:numFmt`); an unknown format counts in Arabic digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'thaiNumbers':
      return toThaiDigits(String(value));
    case 'thaiLetters':
      return repeatedLetter(value, THAI_LETTERS);
    case 'lowerLetter':
      return repeatedLetter(value, 'abcdefghijklmnopqrstuvwxyz');
    case 'upperLetter':
      return repeatedLetter(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

/** After the last letter Word doubles them: z, aa, bb. */
function repeatedLetter(value: number, letters: string): string {
  if (value < 1 || value > letters.length * 20) return String(value);
  const letter = letters.charAt((value - 1) % letters.length);
  return letter.repeat(Math.ceil(value / letters.length));
}

function roman(value: number): string {
  if (value < 1 || value > 5000) return String(value);
  let rest = value;
  let text = '';
  for (const [size, letters] of ROMAN) {
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  }
  return text;
}
