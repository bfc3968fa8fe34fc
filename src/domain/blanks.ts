import { type CompareTexts, type TextRun, tidyRuns } from './difference/text-runs.ts';

/** A blank that a model text leaves open, such as [ชื่อตำบล]. */
const BLANK = /\[[^[\]\n]{1,80}\]/g;
const whole = (text: string): boolean => new RegExp(`^${BLANK.source}$`).test(text);

/** What was written into a blank of a model text. */
export type FilledBlank = { readonly blank: string; readonly text: string };

export const blanksIn = (text: string): readonly string[] => text.match(BLANK) ?? [];

/** Filled blanks longer than this are words of their own. */
const LONGEST_FILLING = 160;

/**
 * Compares a model text with a text that was made from it, so that a blank that was filled in stands in the runs as
 * the whole blank removed and what was put in its place added, one right after the other.
 */
export function withBlanks(compareTexts: CompareTexts): CompareTexts {
  return (before, after) => {
    if (before === after || blanksIn(before).length === 0) return compareTexts(before, after);
    return filledOnly(before, after) ?? tidyBlanks(before, after, compareTexts);
  };
}

/** The runs when the second text is the first with its blanks filled, and nothing else; null when it is not. */
function filledOnly(before: string, after: string): readonly TextRun[] | null {
  const pieces = before.split(BLANK);
  const [opening = ''] = pieces;
  if (!after.startsWith(opening)) return null;
  const runs: TextRun[] = [{ kind: 'same', text: opening }];
  let at = opening.length;
  for (const [index, blank] of blanksIn(before).entries()) {
    const piece = pieces[index + 1] ?? '';
    const end = index === pieces.length - 2 ? after.length - piece.length : after.indexOf(piece, at + 1);
    const filling = after.slice(at, end);
    const fits = piece !== '' || index === pieces.length - 2;
    if (!fits || end <= at || !after.startsWith(piece, end)) return null;
    if (filling.length > LONGEST_FILLING || filling.includes('\n')) return null;
    if (filling === blank) runs.push({ kind: 'same', text: blank });
    else runs.push({ kind: 'removed', text: blank }, { kind: 'added', text: filling });
    runs.push({ kind: 'same', text: piece });
    at = end + piece.length;
  }
  return at === after.length ? tidyRuns(runs) : null;
}

/** Each blank stands for one sign while the words around it are compared. */
function tidyBlanks(before: string, after: string, compareTexts: CompareTexts): readonly TextRun[] {
  const all = [...new Set([...blanksIn(before), ...blanksIn(after)])];
  if (all.length > MOST_SIGNS || SIGN.test(before + after)) return compareTexts(before, after);
  const signs = new Map(all.map((blank, index) => [blank, String.fromCharCode(FIRST_SIGN + index)]));
  const hide = (text: string) => text.replace(BLANK, (blank) => signs.get(blank) ?? blank);
  const blanks = new Map([...signs].map(([blank, one]) => [one, blank]));
  const show = (text: string) => text.replace(SIGNS, (one) => blanks.get(one) ?? one);
  return compareTexts(hide(before), hide(after)).map(({ kind, text }) => ({ kind, text: show(text) }));
}

const FIRST_SIGN = 0xe000;
const MOST_SIGNS = 500;
const SIGNS = /[\ue000-\ue1f4]/g;
const SIGN = /[\ue000-\ue1f4]/;

/** The blanks that runs of `withBlanks` tell as filled in. */
export const filledBlanks = (runs: readonly TextRun[]): readonly FilledBlank[] =>
  runs.flatMap((run, index) => {
    const next = runs[index + 1];
    return isFilling(run, next) ? [{ blank: run.text.trim(), text: (next?.text ?? '').trim() }] : [];
  });

/** True when nothing differs but blanks that were filled in. */
export const isFilledOnly = (runs: readonly TextRun[]): boolean =>
  runs.every((run, index) => {
    if (run.kind === 'same') return true;
    return run.kind === 'removed' ? isFilling(run, runs[index + 1]) : isFilling(runs[index - 1], run);
  });

/** True for a removed blank with what was added right after it. */
export const isFilling = (run: TextRun | undefined, next: TextRun | undefined): boolean =>
  run?.kind === 'removed' && next?.kind === 'added' && whole(run.text.trim());
