/** Which code units the normal forms treat specially. All predicates take one UTF-16 code unit. */

export const SPACE = 0x20;
export const SARA_AA = 0x0e32;
export const SARA_AM = 0x0e33;
export const NIKHAHIT = 0x0e4d;

/** White space of any kind, line ends included (Unicode White_Space). */
export function isSpace(unit: number): boolean {
  if (unit === SPACE || (unit >= 0x09 && unit <= 0x0d)) return true;
  if (unit < 0x85) return false;
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Zero-width characters, soft hyphen, bidi controls and control codes: nothing a reader can see. */
export function isInvisible(unit: number): boolean {
  if (unit < 0x20) return !(unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x7f) return false;
  if (unit < 0xa0) return unit !== 0x85;
  return (
    unit === 0xad ||
    unit === 0x034f ||
    unit === 0x061c ||
    unit === 0x180e ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    unit === 0xfeff
  );
}

/** A Thai sign written above or below a consonant (sara am is a letter, not a sign). */
export function isThaiMark(unit: number): boolean {
  return unit === 0x0e31 || (unit >= 0x0e34 && unit <= 0x0e3a) || (unit >= 0x0e47 && unit <= 0x0e4e);
}

/**
 * The place of a Thai mark after its consonant: upper vowel, nikhahit, phinthu, lower vowel, tone, silencer.
 * Within this order the canonical combining classes never decrease, so an ordered run stays NFC.
 */
export function thaiMarkRank(unit: number): number {
  if (unit === NIKHAHIT) return 1;
  if (unit === 0x0e3a) return 2;
  if (unit === 0x0e38 || unit === 0x0e39) return 3;
  if (unit >= 0x0e48 && unit <= 0x0e4b) return 4;
  if (unit === 0x0e4c || unit === 0x0e4e) return 5;
  return 0;
}

const COMBINING_MARK = /^\p{M}$/u;

/** True for a combining mark of any script, given as a code point. */
export function isCombiningMark(codePoint: number): boolean {
  if (codePoint < 0x300) return false;
  if (codePoint >= 0x0e00 && codePoint < 0x0e80) return isThaiMark(codePoint);
  return COMBINING_MARK.test(String.fromCodePoint(codePoint));
}

/** True for a Thai consonant, vowel, mark or repetition sign; not for Thai digits or ฿. */
export function isThaiLetter(unit: number): boolean {
  return (unit >= 0x0e01 && unit <= 0x0e3a) || (unit >= 0x0e40 && unit <= 0x0e4e);
}
