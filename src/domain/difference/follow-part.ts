import { compareParts } from './compare-parts.ts';
import { type ComparedPart, headOf } from './compared-part.ts';
import type { PartChange } from './parts-difference.ts';
import { type CompareTexts, replaceWhole } from './text-runs.ts';

/**
 * What happened to one part between two editions. Null when that side has no part of that eid.
 * @param side the edition in which the part has the eid
 */
export function followPart(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  eid: string,
  side: 'before' | 'after',
  compareTexts: CompareTexts,
): PartChange | null {
  const [from, to] = [before, after].map((parts) => parts.findIndex((part) => part.eid === eid));
  const own = side === 'before' ? before[from ?? -1] : after[to ?? -1];
  if (own === undefined) return null;
  const kept = keptPart(before, after, from ?? -1, to ?? -1);
  if (kept !== null) return kept;
  const difference = compareParts(before, after, compareTexts);
  return difference.find((change) => eidsOf(change, side).includes(eid)) ?? null;
}

/** A part with the same words under the same eid in the same part around it needs no comparison of the whole. */
function keptPart(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  from: number,
  to: number,
): PartChange | null {
  const [a, b] = [before[from], after[to]];
  if (a === undefined || b === undefined) return null;
  const keys = ['kind', 'label', 'number', 'parent', 'heading', 'text'] as const;
  if (keys.some((key) => a[key] !== b[key])) return null;
  return { kind: 'unchanged', from, to, before: headOf(a), after: headOf(b) };
}

/** The eids of the parts that a change is about, in one of the two editions. */
export function eidsOf(change: PartChange, side: 'before' | 'after'): readonly string[] {
  const heads = headsOf(change, side);
  return heads.flatMap(({ eid }) => eid ?? []);
}

function headsOf(change: PartChange, side: 'before' | 'after'): readonly { readonly eid: string | null }[] {
  switch (change.kind) {
    case 'unchanged':
    case 'changed':
      return [change[side]];
    case 'added':
      return side === 'after' ? [change.part] : [];
    case 'removed':
      return side === 'before' ? [change.part] : [];
    case 'split':
      return side === 'before' ? [change.before] : change.into.map(({ head }) => head);
    case 'merged':
      return side === 'after' ? [change.after] : change.of.map(({ head }) => head);
    default:
      return change satisfies never;
  }
}

/** Under which eid each part of an edition goes on in another; parts that are gone are left out. */
export function mapEids(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
): ReadonlyMap<string, string> {
  return new Map(
    compareParts(before, after, replaceWhole).flatMap((change) => {
      const later = eidsOf(change, 'after')[0];
      return later === undefined ? [] : eidsOf(change, 'before').map((eid) => [eid, later] as const);
    }),
  );
}
