import type { Occurrences } from './adjacency.ts';
import type { OpenFolder } from './index-folder.ts';
import { type Phrase, phraseKey, tokensOfPhrase } from './phrase.ts';

/** Tokens that one query may look up in one folder. A token is one file for a browser, one index walk for a server. */
export const maxTokens = 160;

const nothing: ReadonlyMap<number, Occurrences> = new Map();

/**
 * The folder for the time of one query: every phrase is looked up once however often it is asked for, and after
 * `maximum` tokens everything else is answered with nothing, so that no query costs without bound.
 */
export function withinBounds(folder: OpenFolder, maximum = maxTokens): OpenFolder {
  const known = new Map<string, Promise<ReadonlyMap<number, Occurrences>>>();
  let left = maximum;
  return {
    ...folder,
    findPhrase: (phrase: Phrase) => {
      const key = phraseKey(phrase);
      const asked = known.get(key);
      if (asked !== undefined) return asked;
      left -= tokensOfPhrase(phrase).length;
      const finding = left < 0 ? Promise.resolve(nothing) : folder.findPhrase(phrase);
      known.set(key, finding);
      return finding;
    },
  };
}
