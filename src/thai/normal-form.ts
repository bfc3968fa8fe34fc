import {
  isCombiningMark,
  isInvisible,
  isSpace,
  isThaiMark,
  NIKHAHIT,
  SARA_AA,
  SARA_AM,
  SPACE,
  thaiMarkRank,
} from './character-class.ts';

const SARA_E = 0x0e40;
const SARA_AE = 0x0e41;
const RU = 0x0e24;
const LU = 0x0e26;
const LAKKHANGYAO = 0x0e45;

/** The longest run of combining marks kept on one letter (UAX #15, stream-safe text). */
const MAX_MARKS = 30;

/** UTF-16 code units, each with the index it came from. */
type Traced = { readonly units: number[]; readonly origins: number[] };

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
  return toText(normalise(text, true).units);
}

/**
 * `toSearchForm(text)` with, for every UTF-16 index of the form and one past its end, the index in the
 * original text it came from. Offsets never decrease; the last one is the length of the original.
 */
export function toSearchFormWithOffsets(text: string): { form: string; offsets: Int32Array } {
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

function orderThaiMarks(source: Traced, isKey: boolean): Traced {
  const out: Traced = { units: [], origins: [] };
  let index = 0;
  while (index < source.units.length) {
    const unit = source.units[index] ?? 0;
    if (isThaiMark(unit) || unit === SARA_AM) {
      index = writeMarkGroup(source, index, out, isKey);
      continue;
    }
    const origin = source.origins[index] ?? 0;
    if (isKey) writeKeyUnit(out, unit, origin);
    else push(out, unit, origin);
    index += 1;
  }
  if (isKey && out.units.at(-1) === SPACE) {
    out.units.pop();
    out.origins.pop();
  }
  return out;
}

function writeKeyUnit(out: Traced, unit: number, origin: number): void {
  const last = out.units.length - 1;
  const previous = out.units[last];
  if (isSpace(unit)) {
    if (previous !== undefined && previous !== SPACE) push(out, SPACE, origin);
  } else if (unit === SARA_E && previous === SARA_E) {
    out.units[last] = SARA_AE;
  } else if (unit === SARA_AA && (previous === RU || previous === LU)) {
    push(out, LAKKHANGYAO, origin);
  } else if (unit >= 0x0e50 && unit <= 0x0e59) {
    push(out, unit - 0x0e50 + 0x30, origin);
  } else {
    push(out, unit, origin);
  }
}

/** Writes the marks and sara ams that start at `from`, in order; returns the index after them. */
function writeMarkGroup(source: Traced, from: number, out: Traced, isKey: boolean): number {
  const marks: number[] = [];
  let saraAms = 0;
  let hasNikhahit = false;
  let end = from;
  for (; end < source.units.length; end += 1) {
    const unit = source.units[end] ?? 0;
    if (isThaiMark(unit)) {
      marks.push(unit);
      hasNikhahit ||= unit === NIKHAHIT;
    } else if (unit === SARA_AM || (isKey && unit === SARA_AA && hasNikhahit)) {
      saraAms += 1;
    } else break;
  }
  const isMixed = isForeignMark(source.units, from, -1) || isForeignMark(source.units, end - 1, 1);
  const units = isMixed ? source.units.slice(from, end) : orderedGroup(marks, saraAms, isKey);
  for (let k = 0; k < units.length; k += 1) push(out, units[k] ?? 0, source.origins[from + k] ?? 0);
  return end;
}

function orderedGroup(marks: readonly number[], saraAms: number, isKey: boolean): number[] {
  const ordered = marks.toSorted((a, b) => thaiMarkRank(a) - thaiMarkRank(b));
  if (!isKey) return [...ordered, ...new Array<number>(saraAms).fill(SARA_AM)];
  const single = ordered.filter((unit, at) => unit !== ordered[at - 1]);
  return saraAms === 0 ? single : [...single.filter((unit) => unit !== NIKHAHIT), SARA_AM];
}

/** Beside a mark of another script the run is left alone: moving marks there would undo NFC. */
function isForeignMark(units: readonly number[], at: number, step: -1 | 1): boolean {
  const near = units[at + step];
  if (near === undefined || near < 0x300 || isThaiMark(near)) return false;
  const far = units[at + 2 * step] ?? 0;
  const [high, low] = step === 1 ? [near, far] : [far, near];
  const isPair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  return isCombiningMark(isPair ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : near);
}

function push(out: Traced, unit: number, origin: number): void {
  out.units.push(unit);
  out.origins.push(origin);
}

function toText(units: readonly number[]): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) {
    text += String.fromCharCode(...units.slice(at, at + 8192));
  }
  return text;
}
