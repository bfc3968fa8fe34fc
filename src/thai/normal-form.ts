import { isCombiningMark, isInvisible } from './character-class.ts';
import { orderThaiMarks, type Traced } from './mark-order.ts';

/** The longest run of combining marks kept on one letter (UAX #15, stream-safe text). */
const MAX_MARKS = 30;

/**
 * What keeps a text from being changed letter by letter, if at all: a letter that is neither Thai nor printable ASCII
 * nor common punctuation, doubled or outer blanks, เเ, ฤา, a mark that is doubled or out of its order. Nearly every
 * text has none of these; one that has takes the whole way.
 */
const INVOLVED = new RegExp(
  [
    '[^\\u0e01-\\u0e39\\u0e40-\\u0e4c\\u0e50-\\u0e59 \\n\\u00a0!-~“”‘’–—…]',
    '[ \\n\\u00a0][ \\n\\u00a0]|^[ \\n\\u00a0]|[ \\n\\u00a0]$',
    'เเ|[ฤฦ]า',
    '(?<![ก-ฮ])[\\u0e31\\u0e34-\\u0e39\\u0e47]',
    '(?<![ก-ฮ\\u0e31\\u0e34-\\u0e39\\u0e47])[\\u0e48-\\u0e4c]',
    '(?<![ก-ฮ])(?<![ก-ฮ][\\u0e48-\\u0e4b])ำ',
  ].join('|'),
);
const CHANGED = /[๐-๙A-Z\n\u00a0]/g;

const changedLetter = (letter: string): string => {
  const unit = letter.charCodeAt(0);
  if (unit >= 0x0e50) return String.fromCharCode(unit - 0x0e50 + 0x30);
  return unit >= 0x41 && unit <= 0x5a ? letter.toLowerCase() : ' ';
};

/**
 * Text as it should be stored and shown: NFC, invisible characters removed, Thai marks in one order
 * (vowel before tone, tone before sara am). Digits, case, spaces and spelling stay as written.
 * Marks beyond the thirtieth on one letter are dropped. Idempotent; linear in the length of the text.
 */
export function toDisplayForm(text: string): string {
  return toText(normalise(text, false).units);
}

/**
 * The key under which text is indexed and compared: the display form, and also เเ → แ, ํา → ำ,
 * ฤา → ฤๅ, doubled marks once, Thai digits as Arabic, white space as single spaces with none at the ends,
 * lower case. Punctuation is kept. Idempotent; linear in the length of the text.
 */
export function toSearchForm(text: string): string {
  if (!INVOLVED.test(text)) return text.replace(CHANGED, changedLetter);
  return toText(normalise(text, true).units);
}

/**
 * `toSearchForm(text)` with, for every UTF-16 index of the form and one past its end, the index in the
 * original text it came from. Offsets never decrease; the last one is the length of the original.
 */
export function toSearchFormWithOffsets(text: string): { form: string; offsets: Int32Array } {
  if (!INVOLVED.test(text)) {
    const offsets = new Int32Array(text.length + 1);
    for (let at = 0; at <= text.length; at += 1) offsets[at] = at;
    return { form: text.replace(CHANGED, changedLetter), offsets };
  }
  const { units, origins } = normalise(text, true);
  const offsets = new Int32Array(units.length + 1);
  offsets.set(origins);
  offsets[units.length] = text.length;
  return { form: toText(units), offsets };
}

function normalise(text: string, isKey: boolean): Traced {
  return orderThaiMarks(composed(withoutInvisible(text, isKey)), isKey);
}

function withoutInvisible(text: string, isKey: boolean): Traced {
  const out: Traced = { units: [], origins: [] };
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isInvisible(unit)) continue;
    const codePoint = text.codePointAt(index) ?? unit;
    marks = isCombiningMark(codePoint) ? marks + 1 : 0;
    const width = codePoint > 0xffff ? 2 : 1;
    if (marks <= MAX_MARKS) pushCodePoint(out, codePoint, index, isKey);
    index += width - 1;
  }
  return out;
}

function pushCodePoint(out: Traced, codePoint: number, origin: number, isKey: boolean): void {
  const isCaseless =
    !isKey || (codePoint >= 0x0e00 && codePoint < 0x0e80) || (codePoint < 0x80 && !isUpper(codePoint));
  if (isCaseless) {
    pushUnits(out, codePoint, origin);
    return;
  }
  for (const lower of String.fromCodePoint(codePoint).toLowerCase()) {
    pushUnits(out, lower.codePointAt(0) ?? codePoint, origin);
  }
}

function isUpper(codePoint: number): boolean {
  return codePoint >= 0x41 && codePoint <= 0x5a;
}

function pushUnits(out: Traced, codePoint: number, origin: number): void {
  if (codePoint <= 0xffff) {
    out.units.push(codePoint);
    out.origins.push(origin);
    return;
  }
  const pair = String.fromCodePoint(codePoint);
  out.units.push(pair.charCodeAt(0), pair.charCodeAt(1));
  out.origins.push(origin, origin);
}

// A letter with everything that may compose with it: marks, Hangul vowels and finals, Kirat Rai vowels.
const COMPOSING = /.[\p{M}\u1160-\u11ff\u{16d63}-\u{16d6a}]*/gsu;

function composed(source: Traced): Traced {
  const text = toText(source.units);
  if (text.normalize('NFC') === text) return source;
  const out: Traced = { units: [], origins: [] };
  for (const match of text.matchAll(COMPOSING)) {
    const segment = match[0];
    const composedSegment = segment.normalize('NFC');
    const kept =
      composedSegment === segment ? segment : [...composedSegment].slice(0, MAX_MARKS + 1).join('');
    for (let k = 0; k < kept.length; k += 1) {
      out.units.push(kept.charCodeAt(k));
      out.origins.push(source.origins[match.index + Math.min(k, segment.length - 1)] ?? 0);
    }
  }
  return out;
}

function toText(units: readonly number[]): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) {
    text += String.fromCharCode(...units.slice(at, at + 8192));
  }
  return text;
}
