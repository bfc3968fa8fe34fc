import { toUnits, type Unit } from '../thai/units.ts';

/** One way to read a word of a query. */
export type Reading = { readonly typed: string; readonly units: readonly Unit[] };

/** One word of a query. A short number between two words may belong to either, and is then read both ways. */
export type Piece = { readonly isQuoted: boolean; readonly readings: readonly [Reading, ...Reading[]] };

type Part = Reading & { readonly isQuoted: boolean };

/**
 * Parts a search form at spaces and quotation marks. What is too short to be looked for alone is joined to a
 * neighbour: หมู่ที่ 7, ข้อ ก, 300 บาท, and a year after its era.
 */
export function piecesOf(form: string): readonly Piece[] {
  const parts = joinRuns(joinYears(partsOf(form)));
  const pieces: Piece[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined) break;
    const before = neighbour(parts[at - 1]);
    const after = neighbour(parts[at + 1]);
    if (!isShort(part) || (before === null && after === null)) {
      pieces.push({ isQuoted: part.isQuoted, readings: [part] });
    } else if (before !== null && after !== null) {
      pieces.push({ isQuoted: false, readings: [join(before, part), join(part, after)] });
    } else if (before !== null) {
      pieces.splice(-1, 1, { isQuoted: false, readings: [join(before, part)] });
    } else if (after !== null) {
      pieces.push({ isQuoted: false, readings: [join(part, after)] });
      at += 1;
    }
  }
  return pieces;
}

/** A letter without vowel or tone: it begins thousands of words, and finding each would load much of the index. */
export function isBareLetter({ units }: Reading): boolean {
  const [unit, more] = units;
  return unit !== undefined && more === undefined && unit.kind !== 'number' && unit.text.length === 1;
}

function partsOf(form: string): readonly Part[] {
  return [...form.matchAll(/"([^"]+)"|[^\s"]+/g)].flatMap((match) => {
    const quoted = match[1];
    const typed = (quoted ?? match[0]).trim();
    const units = toUnits(typed);
    return units.length === 0 ? [] : [{ typed, units, isQuoted: quoted !== undefined }];
  });
}

function joinYears(parts: readonly Part[]): readonly Part[] {
  return joinWhere(parts, (previous, part) => isEra(previous) && isNumber(part, 4));
}

function joinRuns(parts: readonly Part[]): readonly Part[] {
  return joinWhere(parts, (previous, part) => isShortRun(previous) && isShort(part));
}

function joinWhere(
  parts: readonly Part[],
  belongTogether: (previous: Part, part: Part) => boolean,
): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const previous = joined.at(-1);
    const isJoined = previous !== undefined && !previous.isQuoted && !part.isQuoted;
    if (isJoined && belongTogether(previous, part)) joined.splice(-1, 1, join(previous, part));
    else joined.push(part);
  }
  return joined;
}

function join(a: Reading, b: Reading): Part {
  const typed = `${a.typed} ${b.typed}`;
  return { typed, units: toUnits(typed), isQuoted: false };
}

/** A word that a short part can join. */
function neighbour(part: Part | undefined): Part | null {
  return part === undefined || part.isQuoted || isShort(part) ? null : part;
}

function isShort(part: Part): boolean {
  return !part.isQuoted && isShortRun(part);
}

function isShortRun({ typed }: Part): boolean {
  return typed.split(' ').every((word) => {
    const part = { typed: word, units: toUnits(word), isQuoted: false };
    return isNumber(part, 3) || isBareLetter(part);
  });
}

function isNumber({ units }: Part, maxDigits: number): boolean {
  const [unit, more] = units;
  return unit?.kind === 'number' && more === undefined && unit.text.length <= maxDigits;
}

function isEra({ typed }: Part): boolean {
  return /^(?:พ\.?ศ|ค\.?ศ|พุทธศักราช|คริสต์ศักราช|ปี)\.?$/.test(typed);
}
