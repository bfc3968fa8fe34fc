import type { Provision } from '../provision.ts';

/** A heading or numbered part of a text that is being written, with the line it stands on. */
export type OutlinedPart = {
  readonly eid: string;
  readonly kind: Exclude<Provision['kind'], 'paragraph'>;
  /** As written ("ข้อ ๕"). */
  readonly label: string;
  /** In Arabic digits ("5/1"); null for headings without one. */
  readonly number: string | null;
  readonly heading: string | null;
  readonly parent: string | null;
  /** From 1. */
  readonly line: number;
  /** True when nothing is written in it yet: no words, and no part of its own. */
  readonly isEmpty: boolean;
};

/** A heading of this many characters is a sentence that needs no text below it. */
const sentenceLength = 40;

/**
 * The parts of a text with their lines.
 * @param starts the line of every part that is no paragraph
 */
export function outlinedParts(
  provisions: readonly Provision[],
  starts: readonly { readonly eid: string; readonly line: number }[],
): readonly OutlinedPart[] {
  const lines = new Map(starts.map(({ eid, line }) => [eid, line]));
  const parents = new Set(provisions.map(({ parent }) => parent));
  return provisions.flatMap(({ eid, kind, label, number, heading, parent, text }) => {
    if (kind === 'paragraph') return [];
    const isEmpty =
      text.trim() === '' && !parents.has(eid) && (heading === null || heading.length < sentenceLength);
    return [{ eid, kind, label, number, heading, parent, line: lines.get(eid) ?? 1, isEmpty }];
  });
}
