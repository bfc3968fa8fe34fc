import type { Provision } from '../domain/provision.ts';

/** A line of a table of contents with the lines below it. */
export type OutlineEntry = {
  readonly eid: string;
  readonly label: string;
  /** The words after the label; null when the label says it all. */
  readonly heading: string | null;
  readonly children: readonly OutlineEntry[];
};

/**
 * The table of contents of an edition, two levels deep: chapters and headings with what stands directly in them.
 * Paragraphs are left out. Clauses stand at the first level only where nothing is around them.
 */
export function outlineOf(provisions: readonly Provision[]): readonly OutlineEntry[] {
  const listed = provisions.filter((one) => one.kind !== 'paragraph');
  const childrenOf = new Map<string | null, Provision[]>();
  for (const one of listed) {
    const siblings = childrenOf.get(one.parent);
    if (siblings) siblings.push(one);
    else childrenOf.set(one.parent, [one]);
  }
  const entriesBelow = (parent: string | null, depth: number): readonly OutlineEntry[] =>
    (childrenOf.get(parent) ?? []).map((one) => ({
      eid: one.eid,
      label: one.label,
      heading: one.heading === one.label ? null : one.heading,
      children: depth > 1 ? entriesBelow(one.eid, depth - 1) : [],
    }));
  return entriesBelow(null, 2);
}
