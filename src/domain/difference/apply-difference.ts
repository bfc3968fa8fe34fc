import type { ComparedPart, PartHead } from './compared-part.ts';
import type { PartsDifference } from './parts-difference.ts';
import { applyRuns, type TextRun } from './text-runs.ts';

/**
 * What a difference makes of the parts of an edition: exactly the parts of the other. Null when the difference is
 * not one of these parts.
 */
export function applyDifference(
  before: readonly ComparedPart[],
  difference: PartsDifference,
): readonly ComparedPart[] | null {
  const after: (ComparedPart | undefined)[] = [];
  const used = new Set<number>();
  const take = (from: number): ComparedPart | null => {
    used.add(from);
    return before[from] ?? null;
  };
  for (const change of difference) {
    switch (change.kind) {
      case 'unchanged': {
        const part = take(change.from);
        if (part === null) return null;
        after[change.to] = { ...change.after, heading: part.heading, text: part.text };
        break;
      }
      case 'changed': {
        const part = take(change.from);
        const heading = applyRuns(part?.heading ?? '', change.heading);
        const text = applyRuns(part?.text ?? '', change.text);
        if (part === null || heading === null || text === null) return null;
        after[change.to] = { ...change.after, heading: heading === '' ? null : heading, text };
        break;
      }
      case 'added':
        after[change.to] = change.part;
        break;
      case 'removed':
        if (!isSame(take(change.from), change.part)) return null;
        break;
      case 'split': {
        const texts = cutText(
          take(change.from)?.text ?? '',
          change.into.map((piece) => piece.text),
        );
        if (texts === null) return null;
        change.into.forEach(({ at, head, heading }, index) => {
          after[at] = { ...head, heading, text: texts[index] ?? '' };
        });
        break;
      }
      case 'merged': {
        const texts = change.of.map(({ at, text }) => applyRuns(take(at)?.text ?? '', text));
        if (texts.some((text) => text === null)) return null;
        after[change.to] = { ...change.after, heading: change.heading, text: texts.join('') };
        break;
      }
      default:
        return change satisfies never;
    }
  }
  const isWhole = used.size === before.length && Array.from(after).every((part) => part !== undefined);
  return isWhole ? after.flatMap((part) => part ?? []) : null;
}

/** The texts that pieces make of one text, each going on where the one before it ended. */
function cutText(before: string, pieces: readonly (readonly TextRun[])[]): readonly string[] | null {
  const texts: string[] = [];
  let at = 0;
  for (const runs of pieces) {
    const length = runs.reduce((sum, run) => sum + (run.kind === 'added' ? 0 : run.text.length), 0);
    const text = applyRuns(before.slice(at, at + length), runs);
    if (text === null) return null;
    texts.push(text);
    at += length;
  }
  return at === before.length ? texts : null;
}

const headKeys: readonly (keyof PartHead)[] = ['eid', 'kind', 'label', 'number', 'parent'];

const isSame = (a: ComparedPart | null, b: ComparedPart): boolean =>
  a !== null && a.heading === b.heading && a.text === b.text && headKeys.every((key) => a[key] === b[key]);
