import { toArabicDigits, toThaiDigits } from '../../thai/digits.ts';
import { usualDigits } from './check-numbering.ts';
import type { OutlinedPart } from './outlined-part.ts';

export type Insertion = {
  readonly body: string;
  /** As written in the text: "ข้อ ๖". */
  readonly label: string;
  /** The line of the new provision, from 1. */
  readonly line: number;
  /** Lines, from 1, that name a number which now belongs to another provision. */
  readonly referringLines: readonly number[];
};

/**
 * Puts a new, empty ข้อ behind another, in the digits and the form of heading that the text uses. Unless the later
 * ones are renumbered it takes a number between the two, as laws do: ข้อ 5/1 between ข้อ 5 and ข้อ 6.
 * @param after eid of the ข้อ before it; null: behind everything
 */
export function insertProvision(
  body: string,
  parts: readonly OutlinedPart[],
  options: { readonly after: string | null; readonly isRenumbering: boolean },
): Insertion {
  const clauses = parts.filter(({ kind, number }) => kind === 'clause' && number !== null);
  const before = clauses.find(({ eid }) => eid === options.after) ?? clauses.at(-1) ?? null;
  const lines = body === '' ? [] : body.split('\n');
  const at = before === null ? lines.length : endOf(before, parts, lines);
  const later = before === null ? [] : clauses.slice(clauses.indexOf(before) + 1);
  const number = newNumber(before, later, options.isRenumbering);
  const moved = options.isRenumbering ? later.filter((clause) => isMoved(clause, number)) : [];
  const written = writtenNumber(number, parts);
  const opening = `${headingMark(before, lines)}ข้อ ${written} `;
  const renumbered = lines.map((line, index) =>
    moved.some((clause) => clause.line === index + 1) ? withNextNumber(line) : line,
  );
  const head = renumbered.slice(0, at);
  while (head.at(-1)?.trim() === '') head.pop();
  const tail = renumbered.slice(at);
  const gap = head.length === 0 ? [] : [''];
  return {
    body: [...head, ...gap, opening, ...(tail.length === 0 ? [] : ['', ...tail])].join('\n'),
    label: `ข้อ ${written}`,
    line: head.length + gap.length + 1,
    referringLines: moved.length === 0 ? [] : referring(lines, moved, head.length + gap.length, at),
  };
}

/** What a new ข้อ begins with when it is written on this line of the text, with a blank behind it. */
export function openingAt(body: string, parts: readonly OutlinedPart[], line: number): string {
  const clauses = parts.filter(({ kind, number }) => kind === 'clause' && number !== null);
  const before = clauses.findLast((clause) => clause.line <= line) ?? null;
  const later = clauses.filter((clause) => clause.line > line);
  const number = newNumber(before, later, false);
  return `${headingMark(before ?? later[0] ?? null, body.split('\n'))}ข้อ ${writtenNumber(number, parts)} `;
}

/** The index of the line on which the next part begins. */
function endOf(clause: OutlinedPart, parts: readonly OutlinedPart[], lines: readonly string[]): number {
  const next = parts.find((part) => part.line > clause.line && part.parent !== clause.eid);
  return next === undefined ? lines.length : next.line - 1;
}

function newNumber(
  before: OutlinedPart | null,
  later: readonly OutlinedPart[],
  isRenumbering: boolean,
): string {
  const first = Number.parseInt(before?.number ?? '0', 10);
  const next = String(first + 1);
  if (isRenumbering || before === null) return next;
  const taken = new Set(later.map(({ number }) => number));
  if (!taken.has(next)) return next;
  const below = later.flatMap(({ number }) => {
    const [whole, part] = (number ?? '').split('/');
    return whole === String(first) && part !== undefined ? [Number(part)] : [];
  });
  const own = Number(before.number?.split('/')[1] ?? 0);
  return `${first}/${Math.max(own, ...below) + 1}`;
}

const isMoved = ({ number }: OutlinedPart, from: string): boolean =>
  Number.parseInt(number ?? '0', 10) >= Number(from);

function writtenNumber(number: string, parts: readonly OutlinedPart[]): string {
  return usualDigits(parts) === 'thai' ? toThaiDigits(number) : number;
}

/** The hashes before a heading like that of the ข้อ before; nothing where a ข้อ is a paragraph. */
function headingMark(clause: OutlinedPart | null, lines: readonly string[]): string {
  if (clause === null) return '### ';
  return /^ {0,3}(#{1,6}[ \t]+)/.exec(lines[clause.line - 1] ?? '')?.[1] ?? '';
}

const FIRST_NUMBER = /[0-9๐-๙]+/;

function withNextNumber(line: string): string {
  return line.replace(FIRST_NUMBER, (digits) => {
    const next = String(Number(toArabicDigits(digits)) + 1);
    return /[๐-๙]/.test(digits) ? toThaiDigits(next) : next;
  });
}

/** Lines that say ข้อ with a number that moved, but for those that open the ข้อ; counted in the new text. */
function referring(
  lines: readonly string[],
  moved: readonly OutlinedPart[],
  newLine: number,
  at: number,
): readonly number[] {
  const numbers = new Set(moved.map(({ number }) => Number.parseInt(number ?? '0', 10)));
  const openings = new Set(moved.map(({ line }) => line));
  return lines.flatMap((line, index) => {
    const text = openings.has(index + 1) ? line.replace(/^[\s#]*ข้อ\s*[0-9๐-๙]+/, '') : line;
    const isReferring = [...text.matchAll(/ข้อ(?:ที่)?[ \u00a0]*([0-9๐-๙]+)/g)].some((match) =>
      numbers.has(Number(toArabicDigits(match[1] ?? ''))),
    );
    if (!isReferring) return [];
    return [index < at ? index + 1 : index + 1 + (newLine + 2 - at)];
  });
}
