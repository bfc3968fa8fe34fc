import { diffArrays } from 'diff';
import { type CompareTexts, replaceWhole, type TextRun, tidyRuns } from '../domain/difference/text-runs.ts';
import { wordTokens } from './word-tokens.ts';

/**
 * The steps one comparison may take in all. A text with `d` changed words of `n` costs about n + d² steps; when the
 * budget is spent, what is left is told as replaced. Steps and not milliseconds, so that the same two editions
 * always give the same answer.
 */
const BUDGET = 1_500_000;
/** Words changed in one text beyond which marking them one by one helps nobody. */
const MOST_CHANGED = 900;
/** The longest lines, in characters of both sides, that are cut into words. */
const LONGEST = 120_000;
/** Below this share of common text, a list of crumbs reads worse than the two texts one after the other. */
const LEAST_SHARED = 0.3;
/** Shared stretches no longer than this between two changes are taken into them. */
const CRUMB = 2;

/**
 * A comparer of texts by Thai words, for the texts of one comparison: its budget is shared by all of them.
 * Equal lines at both ends are set aside first, and what is compared with many others is cut into words once.
 */
export function createWordComparer(budget = BUDGET): CompareTexts {
  let left = budget;
  const cut = new Map<string, string[]>();
  const wordsOf = (text: string): string[] => {
    const words = cut.get(text) ?? [...wordTokens(text)];
    cut.set(text, words);
    return words;
  };
  return (before, after) => {
    if (before === after || before === '' || after === '') return replaceWhole(before, after);
    const { head, tail } = sharedEnds(before, after);
    const middle = [before, after].map((text) => text.slice(head, text.length - tail));
    const [old = '', recent = ''] = middle;
    const marked = compareMiddle(old, recent);
    return tidyRuns([
      { kind: 'same', text: before.slice(0, head) },
      ...marked,
      { kind: 'same', text: before.slice(before.length - tail) },
    ]);
  };

  function compareMiddle(before: string, after: string): readonly TextRun[] {
    const length = before.length + after.length;
    if (before === '' || after === '' || length > LONGEST || left < length)
      return replaceWhole(before, after);
    left -= length;
    const mostChanged = Math.min(MOST_CHANGED, Math.floor(Math.sqrt(left)));
    const changes = diffArrays(wordsOf(before), wordsOf(after), {
      maxEditLength: mostChanged,
    });
    if (changes === undefined) {
      left -= mostChanged ** 2;
      return replaceWhole(before, after);
    }
    const changed = changes.reduce((sum, one) => sum + (one.added || one.removed ? one.count : 0), 0);
    left -= Math.min(changed ** 2, left);
    const runs = changes.map(
      ({ added, removed, value }): TextRun => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }),
    );
    const readable = withoutCrumbs(runs);
    return sharedShare(readable, length) < LEAST_SHARED ? replaceWhole(before, after) : readable;
  }
}

/** Lengths of the equal lines at the beginning and at the end, each with its line end. */
function sharedEnds(before: string, after: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  const head = at === 0 ? 0 : before.lastIndexOf('\n', at - 1) + 1;
  let back = 0;
  while (
    back < shorter - head &&
    before.charCodeAt(before.length - 1 - back) === after.charCodeAt(after.length - 1 - back)
  ) {
    back += 1;
  }
  const lineEnd = before.indexOf('\n', before.length - back);
  return { head, tail: lineEnd < 0 ? 0 : before.length - lineEnd };
}

function withoutCrumbs(runs: readonly TextRun[]): readonly TextRun[] {
  return tidyRuns(
    runs.flatMap((run, index): readonly TextRun[] => {
      const isBetween = index > 0 && index < runs.length - 1;
      const isCrumb = run.kind === 'same' && run.text.trim().length <= CRUMB && !run.text.includes('\n');
      if (!isBetween || !isCrumb) return [run];
      return [
        { kind: 'removed', text: run.text },
        { kind: 'added', text: run.text },
      ];
    }),
  );
}

function sharedShare(runs: readonly TextRun[], length: number): number {
  return runs.reduce((sum, run) => sum + (run.kind === 'same' ? 2 * run.text.trim().length : 0), 0) / length;
}
