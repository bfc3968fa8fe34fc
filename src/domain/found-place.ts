import type { Provision } from './provision.ts';

/** How exactly an edition answers a search: as one run in its title, as one run elsewhere, or with all its words. */
export const exactTiers = ['phrase-in-title', 'phrase', 'words'] as const;
export type ExactTier = (typeof exactTiers)[number];

/**
 * Where something that was searched stands: in the title, in the names of places, in facts (label, names, sources), before
 * the first heading, in a numbered part, or in the words of an attached file.
 */
export const foundKinds = ['title', 'place', 'facts', 'preface', 'provision', 'file'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** A place of an edition in which something that was searched stands, with what stands there. */
export type FoundHere = {
  readonly kind: FoundKind;
  /** What leads there in the page of the edition; null for what has no place of its own. */
  readonly eid: string | null;
  readonly provision: Provision | null;
  /** The title of a file; null elsewhere. */
  readonly heading: string | null;
  /** As written; facts are lines divided by `\n`. */
  readonly text: string;
  /** Which of the words typed stand here; all of them in one run are one. */
  readonly words: readonly string[];
  /** Other names and years of the other era that stand here for a word typed. */
  readonly otherWords: readonly string[];
};
