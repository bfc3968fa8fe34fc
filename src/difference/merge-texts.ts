import { diffArrays } from 'diff';

/** A stretch of a text that two people changed, each from the same base; one entry for each line. */
export type MergePiece =
  | { readonly kind: 'same'; readonly text: readonly string[] }
  /** One of the two changed it, or both in the same way: `text` is what `base` came to be. */
  | {
      readonly kind: 'mine' | 'theirs' | 'agreed';
      readonly base: readonly string[];
      readonly text: readonly string[];
    }
  /** Both changed it, each in another way. */
  | MergeConflict;

export type MergeConflict = {
  readonly kind: 'conflict';
  /** Null when it is not known from what the two began. */
  readonly base: readonly string[] | null;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
};

/** Lines added and taken away up to which two texts are compared; beyond it the whole text is one conflict. */
const changedLinesMaximum = 3000;

/**
 * Merges two texts line by line from the text that both began from (three-way merge as of diff3). Changes that do not
 * touch are taken over; where they touch, both are kept as a conflict.
 * @param base null when it is not known: every difference is then a conflict
 */
export function mergeTexts(base: string | null, mine: string, theirs: string): readonly MergePiece[] {
  const [a, b] = [mine.split('\n'), theirs.split('\n')];
  if (mine === theirs && base === null) return [{ kind: 'same', text: a }];
  const o = base === null ? b : base.split('\n');
  const mineChanges = changesOf(o, a, 'mine');
  const theirChanges = changesOf(o, b, 'theirs');
  if (!mineChanges || !theirChanges) {
    return [{ kind: 'conflict', base: base === null ? null : o, mine: a, theirs: b }];
  }
  const pieces = piecesOf(o, [...mineChanges, ...theirChanges]);
  return base === null ? pieces.map(asUnknown) : pieces;
}

/** Lines `from` up to `until` of the base became `text`. */
type Change = {
  readonly side: 'mine' | 'theirs';
  readonly from: number;
  readonly until: number;
  readonly text: readonly string[];
};

function changesOf(
  base: readonly string[],
  text: readonly string[],
  side: Change['side'],
): readonly Change[] | null {
  const runs = diffArrays([...base], [...text], { maxEditLength: changedLinesMaximum });
  if (!runs) return null;
  const changes: Change[] = [];
  let at = 0;
  for (const { added, removed, value } of runs) {
    const last = changes.at(-1);
    if (!added && !removed) at += value.length;
    else {
      const [from, before] = last?.until === at ? [last.from, last.text] : [at, []];
      if (last?.until === at) changes.pop();
      if (removed) at += value.length;
      changes.push({ side, from, until: at, text: added ? [...before, ...value] : before });
    }
  }
  return changes;
}

function piecesOf(base: readonly string[], changes: readonly Change[]): readonly MergePiece[] {
  const pieces: MergePiece[] = [];
  let at = 0;
  const keepUntil = (end: number): void => {
    if (end > at) pieces.push({ kind: 'same', text: base.slice(at, end) });
    at = end;
  };
  for (const group of touching(changes)) {
    const from = group[0]?.from ?? at;
    const until = Math.max(...group.map((change) => change.until));
    keepUntil(from);
    pieces.push(pieceOf(base, group, from, until));
    at = until;
  }
  keepUntil(base.length);
  return pieces;
}

/** The changes in the order of the base, those that meet together. */
function touching(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  let end = -1;
  for (const change of changes.toSorted((one, other) => one.from - other.from || one.until - other.until)) {
    if (change.from <= end) groups.at(-1)?.push(change);
    else groups.push([change]);
    end = Math.max(end, change.until);
  }
  return groups;
}

function pieceOf(base: readonly string[], group: readonly Change[], from: number, until: number): MergePiece {
  const before = base.slice(from, until);
  const [mine, theirs] = (['mine', 'theirs'] as const).map((side) =>
    withChanges(
      base,
      group.filter((change) => change.side === side),
      from,
      until,
    ),
  ) as [readonly string[] | null, readonly string[] | null];
  if (theirs === null) return { kind: 'mine', base: before, text: mine ?? before };
  if (mine === null) return { kind: 'theirs', base: before, text: theirs };
  const isAgreed = mine.length === theirs.length && mine.every((line, index) => line === theirs[index]);
  return isAgreed
    ? { kind: 'agreed', base: before, text: mine }
    : { kind: 'conflict', base: before, mine, theirs };
}

/** Lines `from` up to `until` after one side's changes; null when it has none there. */
function withChanges(
  base: readonly string[],
  changes: readonly Change[],
  from: number,
  until: number,
): readonly string[] | null {
  if (changes.length === 0) return null;
  const lines: string[] = [];
  let at = from;
  for (const change of changes) {
    lines.push(...base.slice(at, change.from), ...change.text);
    at = change.until;
  }
  return [...lines, ...base.slice(at, until)];
}

/** Without a base every difference was found against their text, and nobody can say who changed it. */
const asUnknown = (piece: MergePiece): MergePiece =>
  piece.kind === 'same' || piece.kind === 'conflict'
    ? piece
    : { kind: 'conflict', base: null, mine: piece.text, theirs: piece.base };
