import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits } from '../thai/units.ts';
import { diskSource } from './disk-source.ts';
import { openFolder } from './index-folder.ts';
import { toPhrase } from './phrase.ts';
import type { SearchRecord } from './search-record.ts';

/**
 * Opens a freshly built folder with the reader that visitors use and looks for the titles of some
 * records. Throws when the folder cannot be read or a title is not found: it must not be switched to.
 */
export async function smokeQuery(
  searchDir: string,
  folder: string,
  editions: number,
  probes: readonly SearchRecord[],
): Promise<void> {
  const opened = await openFolder(folder, [], diskSource(searchDir));
  const pages = opened.catalogue.works.length;
  if (pages !== editions) throw new Error(`index ${folder} holds ${pages} of ${editions} editions`);
  for (const { title, url } of probes) {
    const phrase = toPhrase(toUnits(toSearchForm(title)), false);
    if (phrase.units.length === 0) continue;
    const found = await opened.findPhrase(phrase);
    const urls = await Promise.all(
      [...found.keys()].map(async (page) => (await opened.readRecord(page)).url),
    );
    if (!urls.includes(url)) throw new Error(`index ${folder} does not find ${url} by its title`);
  }
}
