import { meaningsOf } from './abbreviations.ts';
import type { OpenFolder } from './index-folder.ts';
import type { Query } from './query.ts';
import { wordStands } from './stands-somewhere.ts';

/**
 * A query to offer as a link. spelling: a slip put right another way. meaning: one meaning of an ambiguous
 * abbreviation. fewer: without the words that stand nowhere. single: one of the words, which stand in no text together.
 * apart: the words of an expression, wherever they stand.
 */
export type Suggestion = { readonly reason: SuggestionReason; readonly text: string };
export const suggestionReasons = ['spelling', 'meaning', 'fewer', 'single', 'apart'] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

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

/** The words of an expression without what binds them. */
export const suggestApart = ({ words }: Query): Suggestion => ({
  reason: 'apart',
  text: words.map(({ typed }) => typed).join(' '),
});

/** The words of a query that stand somewhere, when others of it stand nowhere; each by itself when all of them do. */
export async function suggestFewer(
  { words }: Query,
  folders: readonly OpenFolder[],
): Promise<readonly Suggestion[]> {
  const stand = await Promise.all(words.map((word) => wordStands(word, folders)));
  const texts = words
    .filter((_, index) => stand[index])
    .map(({ typed, isQuoted }) => (isQuoted ? `"${typed}"` : typed));
  if (!stand.includes(false))
    return words.length > 1 ? texts.map((text) => ({ reason: 'single', text })) : [];
  return texts.length === 0 ? [] : [{ reason: 'fewer', text: texts.join(' ') }];
}
