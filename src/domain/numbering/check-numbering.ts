import type { OutlinedPart } from './outlined-part.ts';
import { comparePartNumbers, followsPartNumber, type PartNumber, readPartNumber } from './part-number.ts';

/** Something about the numbers of a text that its writer may have overlooked. None of it stands in the way of saving. */
export type NumberingProblem = {
  readonly eid: string;
  /** From 1. */
  readonly line: number;
  readonly label: string;
} & (
  | { readonly kind: 'empty' }
  /** The digits of this number are written in another way than most of the text. */
  | { readonly kind: 'mixed_digits'; readonly usual: 'thai' | 'arabic' }
  | { readonly kind: 'duplicate'; readonly firstLine: number }
  /** Stands after a greater number. */
  | { readonly kind: 'order'; readonly after: string }
  /** Counts from one again, in this chapter. */
  | { readonly kind: 'restart'; readonly after: string }
  /** Whole numbers left out before this one, in Arabic digits; `after` is null at the first of its kind. */
  | {
      readonly kind: 'gap';
      readonly after: string | null;
      readonly from: number;
      readonly until: number;
    }
);

type NumberedPart = OutlinedPart & { readonly number: string };

/**
 * Looks over the numbers of หมวด, ส่วน and ข้อ: what is missing, doubled, out of order, counted anew, written in two
 * kinds of digits, or still empty. Problems come in the order of the text.
 */
export function checkNumbering(parts: readonly OutlinedPart[]): readonly NumberingProblem[] {
  const numbered = parts.filter((part): part is NumberedPart => part.number !== null);
  const series = (['chapter', 'part', 'clause'] as const).flatMap((kind) => seriesOf(numbered, kind));
  return [
    ...series.flatMap(checkSeries),
    ...mixedDigits(numbered),
    ...numbered
      .filter(({ isEmpty }) => isEmpty)
      .map((part) => ({ ...placeOf(part), kind: 'empty' as const })),
  ].sort((one, other) => one.line - other.line);
}

const placeOf = ({ eid, line, label }: OutlinedPart) => ({ eid, line, label });

/** Chapters and clauses are counted through the whole text, ส่วน within what is around them. */
function seriesOf(
  parts: readonly NumberedPart[],
  kind: 'chapter' | 'part' | 'clause',
): readonly (readonly NumberedPart[])[] {
  const ofKind = parts.filter((part) => part.kind === kind);
  if (kind !== 'part') return [ofKind];
  return [...Map.groupBy(ofKind, ({ parent }) => parent).values()];
}

function checkSeries(series: readonly NumberedPart[]): readonly NumberingProblem[] {
  const problems: NumberingProblem[] = [];
  let known = knownNumbers(series);
  let seen = new Map<string, NumberedPart>();
  let last: NumberedPart | null = null;
  for (const [index, part] of series.entries()) {
    const number = readPartNumber(part.number);
    const before: PartNumber = last === null ? [0] : readPartNumber(last.number);
    const first = seen.get(number.join('.'));
    if (last !== null && isRestart(number, before, part, series[index - 1])) {
      problems.push({ ...placeOf(part), kind: 'restart', after: last.label });
      seen = new Map();
      known = knownNumbers(series.slice(index));
      last = part;
    } else if (first !== undefined) {
      problems.push({ ...placeOf(part), kind: 'duplicate', firstLine: first.line });
    } else if (last !== null && comparePartNumbers(number, before) < 0) {
      problems.push({ ...placeOf(part), kind: 'order', after: last.label });
    } else {
      const gap = gapBetween(before, number, known);
      if (gap) problems.push({ ...placeOf(part), kind: 'gap', after: last?.label ?? null, ...gap });
      last = part;
    }
    seen.set(number.join('.'), part);
  }
  return problems;
}

const knownNumbers = (series: readonly NumberedPart[]): ReadonlySet<number> =>
  new Set(series.map(({ number }) => readPartNumber(number)[0] ?? 0));

/** One again, in a chapter or part that the one before it was not in. */
const isRestart = (
  number: PartNumber,
  before: PartNumber,
  part: NumberedPart,
  previous: NumberedPart | undefined,
): boolean =>
  number.length === 1 &&
  number[0] === 1 &&
  comparePartNumbers(before, number) > 0 &&
  (part.kind === 'chapter' || part.parent !== previous?.parent);

/** The whole numbers between two that stand nowhere in the series; null when nothing is missing. */
function gapBetween(
  before: PartNumber,
  after: PartNumber,
  known: ReadonlySet<number>,
): { readonly from: number; readonly until: number } | null {
  if (followsPartNumber(before, after)) return null;
  const [from, until] = [(before[0] ?? 0) + 1, (after[0] ?? 0) - 1];
  for (let missing = from; missing <= until; missing += 1) {
    if (!known.has(missing)) return { from: missing, until: lastMissing(missing, until, known) };
  }
  return null;
}

function lastMissing(from: number, until: number, known: ReadonlySet<number>): number {
  let last = from;
  while (last < until && !known.has(last + 1)) last += 1;
  return last;
}

const hasThai = (text: string): boolean => /[๐-๙]/.test(text);
const hasArabic = (text: string): boolean => /[0-9]/.test(text);

/** The digits of most numbers of a text; of as many of each, those of the first. */
export function usualDigits(parts: readonly { readonly label: string; readonly number: string | null }[]) {
  const labels = parts.filter(({ number }) => number !== null).map(({ label }) => label);
  const thai = labels.filter(hasThai).length;
  const arabic = labels.filter(hasArabic).length;
  if (thai === arabic) return hasThai(labels[0] ?? '') ? ('thai' as const) : ('arabic' as const);
  return thai > arabic ? ('thai' as const) : ('arabic' as const);
}

function mixedDigits(parts: readonly NumberedPart[]): readonly NumberingProblem[] {
  const usual = usualDigits(parts);
  const isUnusual = usual === 'thai' ? hasArabic : hasThai;
  return parts
    .filter(({ label }) => isUnusual(label))
    .map((part) => ({ ...placeOf(part), kind: 'mixed_digits', usual }));
}
