import { meaningsOf } from './abbreviations.ts';
import type { Query } from './query.ts';

/** A query to offer as a link: with a slip put right another way, or with a meaning of an ambiguous abbreviation. */
export type Suggestion = { readonly reason: 'spelling' | 'meaning'; readonly text: string };

/** The meanings of the ambiguous abbreviations in a query, each as a query of its own. */
export function suggestMeanings({ words, typed }: Query): readonly Suggestion[] {
  return words
    .filter(({ isQuoted }) => !isQuoted)
    .flatMap(({ typed: word, alternatives: [{ phrase }] }) =>
      meaningsOf(phrase.units).map((meaning) => ({
        reason: 'meaning' as const,
        text: words.length === 1 ? meaning : typed.replace(word, meaning),
      })),
    );
}
