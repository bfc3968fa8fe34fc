import { findMatches } from '../thai/mark-text.ts';
import { bitOfKind, type Occurrences, occurrencesIn } from './occurrences.ts';
import { blocksOf } from './page-html.ts';
import type { Phrase } from './phrase.ts';
import type { SearchRecord } from './search-record.ts';

/**
 * The occurrences of each phrase in a record, told from its text instead of the index: the same units and
 * blocks, so the answer is the same. Null for a phrase that does not stand in it.
 */
export function findInRecord(
  record: SearchRecord,
  phrases: readonly Phrase[],
): readonly (Occurrences | null)[] {
  const kinds = phrases.map(() => 0);
  for (const { kind, text } of blocksOf(record)) {
    for (const { phrase } of findMatches(text, phrases))
      kinds[phrase] = (kinds[phrase] ?? 0) | bitOfKind(kind);
  }
  return kinds.map((found) => (found === 0 ? null : occurrencesIn(found)));
}
