import { toSearchForm } from '../thai/normal-form.ts';
import { diskSource } from './disk-source.ts';
import { openFolder } from './index-folder.ts';
import { toPhrase } from './phrase.ts';
import type { SearchRecord } from './search-record.ts';
import { toUnits } from './units.ts';

/**
 * Opens a freshly built folder with the reader that visitors use and looks for the title of its first, middle
 * and last record. Throws when the folder cannot be read or a title is not found: it must not be switched to.
 */
export async function smokeQuery(
  searchDir: string,
  folder: string,
  records: readonly SearchRecord[],
): Promise<void> {
  const opened = await openFolder(folder, [], diskSource(searchDir));
  const pages = opened.catalogue.works.length;
  if (pages !== records.length)
    throw new Error(`index ${folder} holds ${pages} of ${records.length} editions`);
  const probes = new Set([records[0], records[records.length >> 1], records.at(-1)]);
  for (const probe of probes) {
    if (probe === undefined) continue;
    const phrase = toPhrase(toUnits(toSearchForm(probe.title)), false);
    if (phrase.units.length === 0) continue;
    const found = await opened.findPhrase(phrase);
    const urls = await Promise.all(
      [...found.keys()].map(async (page) => (await opened.readRecord(page)).url),
    );
    if (!urls.includes(probe.url)) throw new Error(`index ${folder} does not find ${probe.url} by its title`);
  }
}
