import type { ComparedPart, PartHead } from './compared-part.ts';
import type { TextRun } from './text-runs.ts';

/**
 * What happened to one part that both editions have. `renumbered`: another number; `relabelled`: the same number
 * printed in another way (ข้อ ๕, ข้อ 5); `moved`: another chapter, or another order within it; `reworded`: other
 * words in its heading or text. Several can be true at once.
 */
export const aspects = ['renumbered', 'relabelled', 'moved', 'reworded'] as const;
export type Aspect = (typeof aspects)[number];

/** The label of the part around, before and after; null when it stands in none. */
export type Surroundings = { readonly before: string | null; readonly after: string | null };

export type PartChange =
  | {
      readonly kind: 'unchanged';
      readonly from: number;
      readonly to: number;
      readonly before: PartHead;
      readonly after: PartHead;
    }
  | {
      readonly kind: 'changed';
      readonly from: number;
      readonly to: number;
      readonly before: PartHead;
      readonly after: PartHead;
      readonly aspects: readonly Aspect[];
      readonly within: Surroundings;
      readonly heading: readonly TextRun[];
      readonly text: readonly TextRun[];
    }
  | { readonly kind: 'added'; readonly to: number; readonly part: ComparedPart }
  | { readonly kind: 'removed'; readonly from: number; readonly part: ComparedPart }
  | {
      readonly kind: 'split';
      readonly from: number;
      readonly before: PartHead;
      readonly isReworded: boolean;
      readonly into: readonly Piece[];
    }
  | {
      readonly kind: 'merged';
      readonly to: number;
      readonly after: PartHead;
      readonly heading: string | null;
      readonly isReworded: boolean;
      readonly of: readonly Piece[];
    };

/** One of the parts of a split or merger, with its share of the marked text. */
export type Piece = {
  /** Its position in its own edition. */
  readonly at: number;
  readonly head: PartHead;
  readonly heading: string | null;
  readonly text: readonly TextRun[];
};

/** The whole difference between the parts of two editions, in reading order. Applied to the first it gives the second. */
export type PartsDifference = readonly PartChange[];
