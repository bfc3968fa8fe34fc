import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PagesOfWorks, pagesOfWorksName } from './build-folder.ts';

/** The pages of works in an index folder; null when there is no such folder. */
export type PagesIn = (folder: string) => Promise<PagesOfWorks | null>;

/** Reads which pages of a folder belong to which work. Folders never change, so each is read once. */
export function pagesInFolders(searchDir: string, foldersKept = 8): PagesIn {
  const known = new Map<string, Promise<PagesOfWorks | null>>();
  return (folder) => {
    const kept = known.get(folder);
    if (kept !== undefined) return kept;
    const reading = readPages(searchDir, folder);
    known.set(folder, reading);
    reading.then(
      (pages) => pages === null && known.delete(folder),
      () => known.delete(folder),
    );
    const oldest = known.keys().next().value;
    if (known.size > foldersKept && oldest !== undefined) known.delete(oldest);
    return reading;
  };
}

async function readPages(searchDir: string, folder: string): Promise<PagesOfWorks | null> {
  try {
    return JSON.parse(await readFile(join(searchDir, folder, pagesOfWorksName), 'utf8')) as PagesOfWorks;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The pages of some works and editions. */
export const pagesOf = (addresses: readonly string[], pages: PagesOfWorks | null): readonly number[] =>
  pages === null ? [] : addresses.flatMap((address) => pages[address] ?? []);
