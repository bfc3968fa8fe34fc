import { toUnits } from '../thai/units.ts';
import { type OpenFolder, pagesReadAtMost } from './index-folder.ts';
import { type Phrase, toPhrase } from './phrase.ts';
import type { QueryWord } from './query.ts';

/** Whether a phrase stands in any text; runs of common words are taken to, so that their places stay unread. */
export async function phraseStands(phrase: Phrase, folders: readonly OpenFolder[]): Promise<boolean> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const few = folder.isHeavy(phrase) ? await folder.narrow(phrase) : null;
      if (few !== null && few.size === 0) return false;
      if (few !== null && few.size > pagesReadAtMost) return true;
      return (await folder.findPhrase(phrase)).size > 0;
    }),
  );
  return found.includes(true);
}

/** Whether a word of a query stands in any text, by any of its names. */
export async function wordStands(
  { alternatives }: QueryWord,
  folders: readonly OpenFolder[],
): Promise<boolean> {
  const stands = await Promise.all(alternatives.map(({ phrase }) => phraseStands(phrase, folders)));
  return stands.includes(true);
}

/** Whether a text in the search form stands in any text. */
export function textStands(text: string, folders: readonly OpenFolder[]): Promise<boolean> {
  return phraseStands(toPhrase(toUnits(text), false), folders);
}
