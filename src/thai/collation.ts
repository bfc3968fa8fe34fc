import { toSearchForm } from './normal-form.ts';

const collator = new Intl.Collator('th', { numeric: true });

/** Thai dictionary order, numbers by their value, punctuation ignored. For `Array.prototype.sort`. */
export function compareThai(a: string, b: string): number {
  return collator.compare(a, b);
}

/**
 * A string whose code point order (SQLite BINARY, `<` within the BMP) is Thai dictionary order: each leading
 * vowel after its consonant, tone marks looked at only when all else is equal, numbers by value up to 20
 * digits, punctuation and spaces ignored. Agrees with `compareThai` but for letter case, which it ignores.
 *
 * Its parts: the letters, then, when the text has marks, a space and per letter either `-` or its mark.
 */
export function thaiSortKey(text: string): string {
  const form = toSearchForm(text)
    .replace(/([เ-ไ])([ก-ฮ])/g, '$2$1')
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(20, '0'));
  let letters = '';
  let marks = '';
  let lastMarked = -1;
  for (const character of form) {
    const rank = MARK_RANKS.indexOf(character);
    if (rank >= 0) {
      marks += String.fromCharCode(FIRST_MARK + rank);
      lastMarked = marks.length - 1;
    } else if (SORTED.test(character)) {
      letters += toPrimary(character);
      marks += NO_MARK;
    }
  }
  return lastMarked < 0 ? letters : `${letters} ${marks.slice(0, lastMarked + 1)}`;
}

// In the order of the Thai collation of CLDR: ๎ ์ ็ ่ ้ ๊ ๋
const MARK_RANKS = '\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b';
const NO_MARK = '-';
const FIRST_MARK = 0x61;
const SORTED = /[\p{L}\p{N}\p{M}]/u;

/** Nikhahit before the vowels, phinthu after them, ๅ as า, and letters of other scripts after the Thai ones. */
function toPrimary(character: string): string {
  if (character === '\u0e4d') return '\u0e2f';
  if (character === '\u0e3a') return '\u0e4f';
  if (character === 'ๅ') return 'า';
  const unit = character.charCodeAt(0);
  return unit < 0x0e00 && unit > 0x39 ? String.fromCharCode(unit + 0xe000) : character;
}
