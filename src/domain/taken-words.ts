import { isFilledOnly, withBlanks } from './blanks.ts';
import { type CompareTexts, type TextRun, tidyRuns } from './difference/text-runs.ts';

/** The words of a provision without its label. */
export type ProvisionWords = { readonly heading: string | null; readonly text: string };

/**
 * How words that were taken over differ from those they came from. `filled`: word for word but for the blanks of a
 * model; `own`: so much was written anew that marks would help nobody; `unknown`: one end has no words to compare.
 */
export type TakenWords =
  | { readonly kind: 'same' | 'own' | 'unknown' }
  | { readonly kind: 'filled' | 'reworded'; readonly runs: readonly TextRun[] };

/** Below this share of common words (Dice) two texts read better one after the other. */
const LEAST_SHARED = 0.5;

/** @param compareTexts marks what changed; the runs of the answer lead from the source to the own words */
export function compareTaken(
  source: ProvisionWords | null,
  own: ProvisionWords | null,
  compareTexts: CompareTexts,
): TakenWords {
  if (source === null || own === null) return { kind: 'unknown' };
  const [before, after] = [wordsOf(source), wordsOf(own)];
  if (before === after) return { kind: 'same' };
  const runs = tidyRuns(withBlanks(compareTexts)(before, after));
  if (isFilledOnly(runs)) return { kind: 'filled', runs };
  const shared = runs.reduce((sum, run) => sum + (run.kind === 'same' ? 2 * run.text.trim().length : 0), 0);
  return shared < LEAST_SHARED * (before.length + after.length)
    ? { kind: 'own' }
    : { kind: 'reworded', runs };
}

const wordsOf = ({ heading, text }: ProvisionWords): string =>
  [heading, text].filter((part) => part !== null && part !== '').join('\n');
