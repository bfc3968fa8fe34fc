import type { TextRun } from '../../domain/difference/text-runs.ts';

/** A line of a marked text. */
export type MarkedLine = { readonly runs: readonly TextRun[]; readonly isChanged: boolean };

/** Lines in the order of reading; `folded` ones did not change and stand apart from everything that did. */
export type LineGroup = { readonly kind: 'shown' | 'folded'; readonly lines: readonly MarkedLine[] };

/** Fewer lines than this are not worth folding away. */
const FOLD_FROM = 3;

/**
 * The lines of a marked text. A line end ends the line on whichever side it stands; one that was only put in or
 * taken out stays at the end of its line as a mark of its own.
 */
export function markedLines(runs: readonly TextRun[]): readonly MarkedLine[] {
  const lines: TextRun[][] = [[]];
  for (const { kind, text } of runs) {
    text.split('\n').forEach((piece, index) => {
      if (index > 0) {
        if (kind !== 'same' && piece === '' && text === '\n') lines.at(-1)?.push({ kind, text: '\n' });
        lines.push([]);
      }
      if (piece !== '') lines.at(-1)?.push({ kind, text: piece });
    });
  }
  return lines
    .filter((line) => line.length > 0)
    .map((line) => ({ runs: line, isChanged: line.some((run) => run.kind !== 'same') }));
}

/** Folds long stretches of unchanged lines, keeping the one next to each change. */
export function foldLines(lines: readonly MarkedLine[]): readonly LineGroup[] {
  const isNear = (index: number): boolean =>
    [index - 1, index, index + 1].some((at) => lines[at]?.isChanged === true);
  const groups: { kind: LineGroup['kind']; lines: MarkedLine[] }[] = [];
  lines.forEach((line, index) => {
    const kind = isNear(index) ? 'shown' : 'folded';
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  });
  return groups.map((group) =>
    group.kind === 'folded' && group.lines.length < FOLD_FROM ? { ...group, kind: 'shown' } : group,
  );
}
