import { createWordFinder } from './mark-words.ts';
import type { Provision } from './provision.ts';

/** Where words stand in a text: by word the parts (their `order`) that hold it, for words that stand somewhere. */
export type WordPositions = Readonly<Record<string, readonly number[]>>;

/**
 * Version of the rule by which a part of a text holds a word. Whoever changes the normal form, the units, or which parts
 * are read raises it; what is kept of editions is then made anew (a test holds a sample to it).
 */
export const wordPositionsForm = 1;

/**
 * Where words stand in the heading or the text of the parts of an edition. A clause stands for its paragraphs, and what
 * has no text of its own holds nothing.
 */
export function createPositionFinder(
  words: readonly string[],
): (parts: readonly Pick<Provision, 'kind' | 'order' | 'heading' | 'text'>[]) => WordPositions {
  const { wordsIn } = createWordFinder(words);
  return (parts) => {
    const positions: Record<string, readonly number[]> = {};
    for (const { kind, order, heading, text } of parts) {
      if (kind === 'paragraph' || text === '') continue;
      for (const word of new Set([...(heading === null ? [] : wordsIn(heading)), ...wordsIn(text)])) {
        positions[word] = [...(positions[word] ?? []), order];
      }
    }
    return positions;
  };
}

/** The same the other way: each part in which one of the words stands, in the order of the text, with these. */
export function wordsByPosition(
  positions: WordPositions,
  words: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const pairs = words.flatMap((word) => (positions[word] ?? []).map((position) => ({ position, word })));
  const byPosition = Map.groupBy(pairs, ({ position }) => position);
  return new Map(
    [...byPosition]
      .toSorted(([a], [b]) => a - b)
      .map(([position, group]) => [position, group.map(({ word }) => word)]),
  );
}
