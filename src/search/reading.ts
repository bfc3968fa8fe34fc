import { toUnits } from '../thai/units.ts';
import type { Effort } from './effort.ts';
import { startTurns } from './give-way.ts';
import { arcsFrom, dearestSlips, isBeginning, type WordArc } from './word-arcs.ts';
import type { KnownWord, WordList } from './word-list.ts';
import { roleOf, roleWords, type WordRole } from './word-roles.ts';

/** One stretch of a reading, in the search form: a known word, or letters that no list knows. */
export type ReadPiece = {
  readonly text: string;
  readonly typed: string;
  readonly role: WordRole;
  readonly isKnown: boolean;
};

/** One way to read a run of letters as words. Cheaper is better. */
export type Reading = {
  readonly pieces: readonly [ReadPiece, ...ReadPiece[]];
  readonly cost: number;
  /** What the slips in it cost together; 0 when every letter stands as typed. */
  readonly slips: number;
};

/** Letters in which slips are looked for at most; a longer run is only parted. */
const maxLettersWithSlips = 60;

/** How many readings are kept for each beginning of the run. */
const kept = 8;

const perPiece = 0.6;
const perSlip = 1.35;
const perFrequency = { name: 0.05, word: 0.03 } as const;
const forName = 0.15;
const perGap = 0.9;
const perUnknownLetter = 0.42;

type Path = {
  readonly cost: number;
  readonly slips: number;
  readonly piece: ReadPiece | null;
  readonly before: Path | null;
};

export type ReadOptions = {
  readonly withSlips: boolean;
  /** Readings that cost as much are not looked for. */
  readonly costLimit?: number;
};

/**
 * Reads a run of letters (units of a query written together) as known words in every way that makes sense, cheapest
 * first: few and long words before many short ones, words as written before words with slips, known before unknown.
 * Nothing when the effort is spent before its end is reached.
 */
export async function readRun(
  lists: readonly WordList[],
  letters: string,
  { withSlips, costLimit = Number.POSITIVE_INFINITY }: ReadOptions,
  effort: Effort,
): Promise<readonly Reading[]> {
  const giveWay = startTurns();
  const slipping = withSlips && letters.length <= maxLettersWithSlips;
  const cuts = unitStarts(letters);
  const common = Math.max(0, ...lists.map(mostCommon));
  const paths: Path[][] = Array.from({ length: letters.length + 1 }, () => []);
  paths[0] = [{ cost: 0, slips: 0, piece: null, before: null }];
  for (let at = 0; at < letters.length; at += 1) {
    const here = (paths[at] ?? []).filter(({ cost }) => cost < costLimit);
    if (here.length === 0) continue;
    if (effort.isSpent()) return [];
    await giveWay();
    for (const { end, cost, slips, piece } of stepsFrom(lists, letters, at, slipping, cuts, common, effort)) {
      for (const path of here) {
        const next = follow(path, piece, cost, slips);
        if (next !== null) keep(paths[end] ?? [], next);
      }
    }
  }
  return (paths[letters.length] ?? []).flatMap(toReading);
}

const magnitudes = new WeakMap<WordList, number>();

/** The magnitude of the most common words of a list, which does not change. */
function mostCommon(list: WordList): number {
  const known = magnitudes.get(list);
  if (known !== undefined) return known;
  const most = list.reduce((largest, { magnitude }) => Math.max(largest, magnitude), 0);
  magnitudes.set(list, most);
  return most;
}

type Step = {
  readonly end: number;
  readonly cost: number;
  readonly slips: number;
  readonly piece: ReadPiece;
};

function stepsFrom(
  lists: readonly WordList[],
  letters: string,
  at: number,
  withSlips: boolean,
  cuts: ReadonlySet<number>,
  common: number,
  effort: Effort,
): readonly Step[] {
  const steps = new Map<string, Step>();
  const offer = (step: Step): void => {
    const key = `${step.end} ${step.piece.text}`;
    const known = steps.get(key);
    if (known === undefined || step.cost < known.cost) steps.set(key, step);
  };
  const limit = withSlips ? (at === 0 ? dearestSlips.whole : dearestSlips.part) : 0;
  const arcs = [
    ...(cuts.has(at) ? arcsFrom(roleWords, letters, at, 0, effort) : []),
    ...lists.flatMap((list) => arcsFrom(list, letters, at, limit, effort)),
  ];
  for (const arc of arcs) if (cuts.has(arc.end) || arc.slips > 0) offer(toStep(letters, arc, common));
  if (cuts.has(at)) for (const gap of gapsFrom(lists, letters, at, cuts)) offer(gap);
  return [...steps.values()];
}

function toStep(letters: string, { word, start, end, slips }: WordArc, common: number): Step {
  const piece = {
    text: word.text,
    typed: letters.slice(start, end),
    role: roleOf(word.text),
    isKnown: true,
  };
  const cost = perPiece + shortness(word) + rareness(word, common) - frequency(word);
  return { end, slips, cost: cost + perSlip * slips, piece };
}

/** What is often in the texts is often asked for, and names of places are above all. */
function frequency({ kind, magnitude }: KnownWord): number {
  return perFrequency[kind] * magnitude + (kind === 'name' ? forName : 0);
}

/** A word, not a name, that is rare beside the most common ones of its list is seldom what is looked for. */
function rareness({ text, kind, magnitude }: KnownWord, common: number): number {
  return kind === 'name' || roleOf(text) !== 'content' ? 0 : 0.12 * Math.max(0, common - 8 - magnitude);
}

/** What a word of so many letters costs more than a long one: a short word stands in many places by chance. */
const shortLengthCosts: readonly number[] = [1.3, 1.3, 1.3, 0.95, 0.65, 0.4, 0.2];

function shortness({ text }: KnownWord): number {
  if (roleOf(text) !== 'content') return 0;
  const length = text.length;
  return shortLengthCosts[length] ?? 0;
}

/** Letters that no list knows, up to each possible end; the last of a query may begin a known word. */
function gapsFrom(
  lists: readonly WordList[],
  letters: string,
  at: number,
  cuts: ReadonlySet<number>,
): readonly Step[] {
  const steps: Step[] = [];
  for (let end = at + 1; end <= letters.length; end += 1) {
    if (!cuts.has(end)) continue;
    const text = letters.slice(at, end);
    const isSign = /^[0-9]+$|^[a-z]+$/.test(text);
    const isBegun =
      end === letters.length && text.length >= 3 && lists.some((list) => isBeginning(list, text));
    const cost = isSign ? perPiece : isBegun ? perPiece + 0.5 : perGap + perUnknownLetter * text.length;
    steps.push({
      end,
      slips: 0,
      cost,
      piece: { text, typed: text, role: 'content', isKnown: isSign || isBegun },
    });
  }
  return steps;
}

function follow(path: Path, piece: ReadPiece, cost: number, slips: number): Path | null {
  const previous = path.piece;
  // Two unknown stretches side by side are one.
  if (previous !== null && !previous.isKnown && !piece.isKnown) return null;
  const isNamed = previous?.role === 'place-word' && piece.role === 'content';
  return {
    cost: path.cost + (isNamed ? cost - perPiece * 0.6 : cost),
    slips: path.slips + slips,
    piece,
    before: path,
  };
}

function keep(paths: Path[], path: Path): void {
  const at = paths.findIndex(({ cost }) => cost > path.cost);
  if (at === -1) {
    if (paths.length < kept) paths.push(path);
    return;
  }
  paths.splice(at, 0, path);
  if (paths.length > kept) paths.pop();
}

function toReading(path: Path): readonly Reading[] {
  const pieces: ReadPiece[] = [];
  for (let step: Path | null = path; step?.piece != null; step = step.before) pieces.unshift(step.piece);
  const [first, ...rest] = pieces;
  return first === undefined ? [] : [{ pieces: [first, ...rest], cost: path.cost, slips: path.slips }];
}

/** Where a piece may begin or end when it is taken as typed: between two units. */
function unitStarts(letters: string): ReadonlySet<number> {
  return new Set([0, letters.length, ...toUnits(letters).flatMap(({ start, end }) => [start, end])]);
}
