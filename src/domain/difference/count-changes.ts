import type { PartHead } from './compared-part.ts';
import type { PartChange, PartsDifference } from './parts-difference.ts';

/**
 * The kinds of change in the order in which they are told. A part that only stands elsewhere or has another number
 * is `moved`; one that has other words too is `moved_reworded`.
 */
export const toldKinds = [
  'added',
  'removed',
  'reworded',
  'moved',
  'moved_reworded',
  'split',
  'merged',
  'relabelled',
] as const;
export type ToldKind = (typeof toldKinds)[number];

/** `before` and `after` differ for splits (1 into 2) and mergers (2 into 1) alone. */
export type ChangeCount = {
  readonly told: ToldKind;
  readonly part: PartHead['kind'];
  readonly before: number;
  readonly after: number;
};

/** What a change is told as; null for a part that did not change. */
export function toldKindOf(change: PartChange): ToldKind | null {
  switch (change.kind) {
    case 'unchanged':
      return null;
    case 'changed': {
      const isReworded = change.aspects.includes('reworded');
      if (change.aspects.includes('moved') || change.aspects.includes('renumbered')) {
        return isReworded ? 'moved_reworded' : 'moved';
      }
      return isReworded ? 'reworded' : 'relabelled';
    }
    case 'added':
    case 'removed':
    case 'split':
    case 'merged':
      return change.kind;
    default:
      return change satisfies never;
  }
}

/** The head of the part a change is about: after it, or before it when it is gone or was split. */
export function subjectOf(change: PartChange): PartHead {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return change.part;
    case 'split':
      return change.before;
    default:
      return change.after;
  }
}

/** Counts changes by kind of change and kind of part, in the order of `toldKinds`. */
export function countChanges(difference: PartsDifference): readonly ChangeCount[] {
  const counts = new Map<string, ChangeCount>();
  for (const change of difference) {
    const told = toldKindOf(change);
    if (told === null) continue;
    const part = subjectOf(change).kind;
    const known = counts.get(`${told} ${part}`) ?? { told, part, before: 0, after: 0 };
    counts.set(`${told} ${part}`, {
      ...known,
      before: known.before + (change.kind === 'merged' ? change.of.length : 1),
      after: known.after + (change.kind === 'split' ? change.into.length : 1),
    });
  }
  return [...counts.values()].sort((a, b) => toldKinds.indexOf(a.told) - toldKinds.indexOf(b.told));
}
