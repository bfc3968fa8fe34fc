import {
  isCombiningMark,
  isSpace,
  isThaiMark,
  NIKHAHIT,
  SARA_AA,
  SARA_AM,
  SPACE,
  thaiMarkRank,
} from './character-class.ts';

/** UTF-16 code units, each with the index it came from. */
export type Traced = { readonly units: number[]; readonly origins: number[] };

const SARA_E = 0x0e40;
const SARA_AE = 0x0e41;
const RU = 0x0e24;
const LU = 0x0e26;
const LAKKHANGYAO = 0x0e45;

/**
 * The same text with the marks of each Thai letter in one order and tone marks before sara am. For a key also
 * the rewritings of `toSearchForm`: spellings, digits, spaces. `source` is in NFC, and so is the result.
 */
export function orderThaiMarks(source: Traced, isKey: boolean): Traced {
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
