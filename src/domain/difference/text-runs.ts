/** A stretch of text that two versions share, or that only one of them has. */
export type TextRun = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/**
 * Compares two texts. The runs that are not `added` make the first text when joined, those that are not
 * `removed` the second.
 */
export type CompareTexts = (before: string, after: string) => readonly TextRun[];

/** Takes the whole text out and puts the other in: right for any two texts, and told in no words. */
export const replaceWhole: CompareTexts = (before, after) => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const runs: readonly TextRun[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return runs.filter((run) => run.text !== '');
};

/** The text that the runs make of `before`; null when they do not belong to it. */
export function applyRuns(before: string, runs: readonly TextRun[]): string | null {
  const after: string[] = [];
  let at = 0;
  for (const { kind, text } of runs) {
    if (kind === 'added') {
      after.push(text);
      continue;
    }
    if (!before.startsWith(text, at)) return null;
    if (kind === 'same') after.push(before.slice(at, at + text.length));
    at += text.length;
  }
  return at === before.length ? after.join('') : null;
}

/** Runs with neighbours of one kind joined, empty ones left out, and what is removed before what is added. */
export function tidyRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const tidy: TextRun[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') tidy.push({ kind: 'removed', text: removed });
    if (added !== '') tidy.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of runs) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = tidy.at(-1);
      if (last?.kind === 'same') tidy[tidy.length - 1] = { kind: 'same', text: last.text + text };
      else tidy.push({ kind: 'same', text });
    }
  }
  flush();
  return tidy;
}

/**
 * Cuts runs into pieces of given lengths, counted on one side with one character (the line end between two
 * pieces) left out after each but the last. What stands only on the other side stays with the piece before it;
 * a line end that the other side has too becomes text of that side alone.
 * @param side the side that is counted: `before` (removed and same runs) or `after` (added and same runs)
 */
export function cutRuns(
  runs: readonly TextRun[],
  side: 'before' | 'after',
  lengths: readonly number[],
): readonly (readonly TextRun[])[] {
  const other = side === 'before' ? 'added' : 'removed';
  const pieces: TextRun[][] = lengths.map(() => []);
  let piece = 0;
  let left = lengths[0] ?? 0;
  for (const run of runs) {
    if (run.kind === other) {
      pieces[piece]?.push(run);
      continue;
    }
    let rest = run.text;
    while (rest !== '') {
      if (left === 0 && piece < lengths.length - 1) {
        if (run.kind === 'same') pieces[piece]?.push({ kind: other, text: rest.slice(0, 1) });
        rest = rest.slice(1);
        piece += 1;
        left = lengths[piece] ?? 0;
        continue;
      }
      const taken = rest.slice(0, left);
      if (taken === '') throw new Error('Pieces are shorter than the runs to be cut.');
      pieces[piece]?.push({ kind: run.kind, text: taken });
      left -= taken.length;
      rest = rest.slice(taken.length);
    }
  }
  return pieces.map(tidyRuns);
}
