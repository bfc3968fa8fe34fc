import type { Occurrences } from './adjacency.ts';
import { findMatches } from './excerpt.ts';
import { blocksOf, blockWeights } from './page-html.ts';
import type { Phrase } from './phrase.ts';
import type { SearchRecord } from './search-record.ts';

/** Pagefind stores weights as 24 times the weight of the block. */
export const weightUnit = 24;

/**
 * The occurrences of each phrase in a record, told from its text instead of the index: the same units, blocks and
 * weights, so the answer is the same. Null for a phrase that does not stand in it.
 */
export function findInRecord(
  record: SearchRecord,
  phrases: readonly Phrase[],
): readonly (Occurrences | null)[] {
  const counts = phrases.map(() => ({ count: 0, weight: 0 }));
  for (const { kind, text } of blocksOf(record)) {
    for (const { phrase } of findMatches(text, phrases)) {
      const found = counts[phrase];
      if (found === undefined) continue;
      found.count += 1;
      found.weight = Math.max(found.weight, blockWeights[kind] * weightUnit);
    }
  }
  return counts.map((found) => (found.count === 0 ? null : found));
}
