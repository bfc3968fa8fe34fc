import { type ComparedPart, headOf } from './compared-part.ts';
import { findMoved } from './find-moved.ts';
import { matchParts } from './match-parts.ts';
import type { Aspect, PartChange, PartsDifference, Piece } from './parts-difference.ts';
import { type CompareTexts, cutRuns, type TextRun } from './text-runs.ts';

/**
 * Compares two editions part by part. The changes come in the order of the second edition, each removed part after
 * the part that it followed.
 * @param compareTexts marks what changed inside a text; any comparer keeps the difference exact
 */
export function compareParts(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  compareTexts: CompareTexts,
): PartsDifference {
  const { pairs, splits, merges } = matchParts(before, after);
  const moved = findMoved(before, after, pairs);
  const labelsBefore = labelsOf(before);
  const labelsAfter = labelsOf(after);
  const placed: Placed[] = [];
  const follows = new Map<number, number>();
  for (const [from, to] of pairs) {
    const [a, b] = [before[from], after[to]];
    if (a === undefined || b === undefined) continue;
    const within = { before: labelsBefore(a.parent), after: labelsAfter(b.parent) };
    const change = changeOf(a, b, from, to, moved.has(from), compareTexts);
    placed.push({ at: to, change: change.kind === 'changed' ? { ...change, within } : change });
    if (!moved.has(from)) follows.set(from, to);
  }
  for (const [from, into] of splits) {
    placed.push({ at: into[0] ?? 0, change: splitOf(before, after, from, into, compareTexts) });
    follows.set(from, into.at(-1) ?? 0);
  }
  for (const [to, of] of merges) {
    placed.push({ at: to, change: mergerOf(before, after, to, of, compareTexts) });
    for (const from of of) follows.set(from, to);
  }
  const arrived = new Set([...pairs.values(), ...[...splits.values()].flat(), ...merges.keys()]);
  after.forEach((part, to) => {
    if (!arrived.has(to)) placed.push({ at: to, change: { kind: 'added', to, part } });
  });
  const left = new Set([...pairs.keys(), ...splits.keys(), ...[...merges.values()].flat()]);
  let last = -1;
  before.forEach((part, from) => {
    last = follows.get(from) ?? last;
    if (!left.has(from)) placed.push({ at: last + 0.5, change: { kind: 'removed', from, part } });
  });
  return placed.sort((a, b) => a.at - b.at).map(({ change }) => change);
}

/** A change and where it stands in the order of the second edition; equal places keep their order. */
type Placed = { readonly at: number; readonly change: PartChange };

const labelsOf = (parts: readonly ComparedPart[]): ((eid: string | null) => string | null) => {
  const byEid = new Map(parts.map((part) => [part.eid, part.label]));
  return (eid) => (eid === null ? null : (byEid.get(eid) ?? null));
};

function changeOf(
  a: ComparedPart,
  b: ComparedPart,
  from: number,
  to: number,
  isMoved: boolean,
  compareTexts: CompareTexts,
): Extract<PartChange, { readonly kind: 'unchanged' | 'changed' }> {
  const isReworded = a.heading !== b.heading || a.text !== b.text;
  const found: readonly (readonly [Aspect, boolean])[] = [
    ['renumbered', a.number !== b.number],
    ['relabelled', a.number === b.number && a.label !== b.label && a.kind !== 'heading'],
    ['moved', isMoved],
    ['reworded', isReworded],
  ];
  const aspects = found.flatMap(([aspect, isTrue]) => (isTrue ? [aspect] : []));
  const heads = { from, to, before: headOf(a), after: headOf(b) };
  if (aspects.length === 0) return { kind: 'unchanged', ...heads };
  return {
    kind: 'changed',
    ...heads,
    aspects,
    within: { before: null, after: null },
    heading: marksOf(a.heading ?? '', b.heading ?? '', compareTexts),
    text: marksOf(a.text, b.text, compareTexts),
  };
}

function marksOf(before: string, after: string, compareTexts: CompareTexts): readonly TextRun[] {
  if (before !== after) return compareTexts(before, after);
  return before === '' ? [] : [{ kind: 'same', text: before }];
}

function splitOf(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  from: number,
  into: readonly number[],
  compareTexts: CompareTexts,
): PartChange {
  const whole = partAt(before, from);
  const parts = into.map((to) => partAt(after, to));
  const joined = parts.map((part) => part.text).join('\n');
  const marks = marksOf(whole.text, joined, compareTexts);
  return {
    kind: 'split',
    from,
    before: headOf(whole),
    isReworded: whole.text !== joined,
    into: piecesOf(parts, into, cutRuns(marks, 'after', lengthsOf(parts))),
  };
}

function mergerOf(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  to: number,
  of: readonly number[],
  compareTexts: CompareTexts,
): PartChange {
  const whole = partAt(after, to);
  const parts = of.map((from) => partAt(before, from));
  const joined = parts.map((part) => part.text).join('\n');
  const marks = marksOf(joined, whole.text, compareTexts);
  return {
    kind: 'merged',
    to,
    after: headOf(whole),
    heading: whole.heading,
    isReworded: joined !== whole.text,
    of: piecesOf(parts, of, cutRuns(marks, 'before', lengthsOf(parts))),
  };
}

const lengthsOf = (parts: readonly ComparedPart[]): readonly number[] =>
  parts.map((part) => part.text.length);

function piecesOf(
  parts: readonly ComparedPart[],
  positions: readonly number[],
  texts: readonly (readonly TextRun[])[],
): readonly Piece[] {
  return parts.map((part, index) => ({
    at: positions[index] ?? 0,
    head: headOf(part),
    heading: part.heading,
    text: texts[index] ?? [],
  }));
}

function partAt(parts: readonly ComparedPart[], index: number): ComparedPart {
  const part = parts[index];
  if (part === undefined) throw new Error(`There is no part at ${index}.`);
  return part;
}
