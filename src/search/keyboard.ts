/**
 * The Thai keyboard in use (Kedmanee, TIS 820-2538) beside the US keyboard: the same keys in the same order,
 * row by row, plain and with Shift.
 */
const rows = [
  {
    latin: '`1234567890-=',
    thai: '_ๅ/-ภถุึคตจขช',
    latinShift: '~!@#$%^&*()_+',
    thaiShift: '%+๑๒๓๔ู฿๕๖๗๘๙',
  },
  {
    latin: 'qwertyuiop[]\\',
    thai: 'ๆไำพะัีรนยบลฃ',
    latinShift: 'QWERTYUIOP{}|',
    thaiShift: '๐"ฎฑธํ๊ณฯญฐ,ฅ',
  },
  { latin: "asdfghjkl;'", thai: 'ฟหกดเ้่าสวง', latinShift: 'ASDFGHJKL:"', thaiShift: 'ฤฆฏโฌ็๋ษศซ.' },
  { latin: 'zxcvbnm,./', thai: 'ผปแอิืทมใฝ', latinShift: 'ZXCVBNM<>?', thaiShift: '()ฉฮฺ์?ฒฬฦ' },
] as const;

const toThai = new Map<string, string>();
const toLatin = new Map<string, string>();
const keyOf = new Map<string, { readonly row: number; readonly column: number }>();

for (const [row, { latin, thai, latinShift, thaiShift }] of rows.entries()) {
  for (const [from, to] of [
    [latin, thai],
    [latinShift, thaiShift],
  ] as const) {
    for (let column = 0; column < from.length; column += 1) {
      const a = from.charAt(column);
      const b = to.charAt(column);
      toThai.set(a, b);
      toLatin.set(b, a);
      // The first row begins one key further left than the others.
      const place = { row, column: row === 0 ? column - 1 : column };
      keyOf.set(a, place);
      if (/[\u0e00-\u0e7f]/.test(b)) keyOf.set(b, place);
    }
  }
}

/**
 * What the same keys give on the other keyboard, for a text typed with the wrong one; null when it is no such text.
 * A text of both scripts was typed with both keyboards and stays.
 */
export function onOtherKeyboard(typed: string): string | null {
  const isThai = /[\u0e00-\u0e7f]/.test(typed);
  const isLatin = /[A-Za-z]/.test(typed);
  if (isThai === isLatin) return null;
  const table = isThai ? toLatin : toThai;
  const other = Array.from(typed, (character) => table.get(character) ?? character).join('');
  // A Thai word cannot begin with a mark, and an English one has a vowel and only letters.
  const isWord = isThai ? isEnglishLike(other) : /[ก-ฮ]/.test(other) && !/(?:^|\s)[ะ-ฺ็-๎]/.test(other);
  return isWord ? other : null;
}

/** Whether two letters lie on one key, or on keys that touch each other. */
export function keysTouch(a: string, b: string): 'same' | 'near' | 'far' {
  const one = keyOf.get(a);
  const two = keyOf.get(b);
  if (one === undefined || two === undefined) return 'far';
  if (one.row === two.row && one.column === two.column) return 'same';
  const [upper, lower] = one.row <= two.row ? [one, two] : [two, one];
  const shift = lower.column - upper.column;
  if (upper.row === lower.row) return Math.abs(shift) === 1 ? 'near' : 'far';
  // Each row stands half a key to the right of the row above it.
  return lower.row - upper.row === 1 && (shift === 0 || shift === -1) ? 'near' : 'far';
}

function isEnglishLike(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => /^[A-Za-z-]{3,}$/.test(word) && /[aeiouAEIOU]/.test(word));
}
