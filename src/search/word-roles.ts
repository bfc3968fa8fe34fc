import vocabulary from '../../content/vocabularies/question-words.json' with { type: 'json' };
import type { KnownWord, WordList } from './word-list.ts';

/**
 * What a piece of a question is there for. asking: it only asks. binding: it belongs to what follows.
 * any-document: it names a document of whatever type. place-word: the name of a place follows. content: all else.
 */
export type WordRole = 'asking' | 'binding' | 'any-document' | 'place-word' | 'content';

const roles = new Map<string, WordRole>([
  ...vocabulary.beforePlaces.map((word): [string, WordRole] => [word, 'place-word']),
  ...vocabulary.anyDocument.map((word): [string, WordRole] => [word, 'any-document']),
  ...vocabulary.binding.map((word): [string, WordRole] => [word, 'binding']),
  ...vocabulary.asking.map((word): [string, WordRole] => [word, 'asking']),
]);

/** The role of a word in the search form. */
export function roleOf(word: string): WordRole {
  return roles.get(word) ?? 'content';
}

/** The words with a role, which no text needs to hold to be known. */
export const roleWords: WordList = [...roles.keys()]
  .sort()
  .map((text): KnownWord => ({ text, kind: 'word', magnitude: 6 }));
