import type { FoundPages } from './adjacency.ts';
import type { Effort } from './effort.ts';
import type { OpenFolder } from './index-folder.ts';
import { type Phrase, phraseKey, tokensOfPhrase } from './phrase.ts';

/** Tokens that one query may look up in one folder. A token is one file for a browser, one index walk for a server. */
export const maxTokens = 160;

const nothing: FoundPages = new Map();

/**
 * The folder for the time of one query: every phrase is looked up once however often it is asked for, and after
 * `maximum` tokens, or when the effort is spent, everything else is answered with nothing.
 * @param effort takes a step for each page found
 */
export function withinBounds(folder: OpenFolder, effort: Effort, maximum = maxTokens): OpenFolder {
  const known = new Map<string, Promise<FoundPages>>();
  let left = maximum;

  async function findPhrase(phrase: Phrase): Promise<FoundPages> {
    left -= tokensOfPhrase(phrase).length;
    if (left < 0) effort.leaveOut();
    if (left < 0 || effort.isSpent()) return nothing;
    const found = await folder.findPhrase(phrase);
    effort.take(found.size);
    return found;
  }

  return {
    ...folder,
    findPhrase: (phrase) => {
      const key = phraseKey(phrase);
      const asked = known.get(key) ?? findPhrase(phrase);
      known.set(key, asked);
      return asked;
    },
  };
}
