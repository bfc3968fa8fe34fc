import { diskSource } from './disk-source.ts';
import { readManifestOrNothing } from './generations.ts';
import { wordsName } from './manifest.ts';
import { decodeWordList, mergeWordLists, type WordList } from './word-list.ts';

/**
 * The words of the current generation of an index, read again only when the generation changes. Empty while there is
 * no index: what is not found as typed is then not corrected.
 */
export function indexWords(searchDir: string): () => Promise<WordList> {
  const readFile = diskSource(searchDir);
  const lists = new Map<string, Promise<WordList>>();
  let generation = -1;
  let merged: WordList = [];
  return async () => {
    const manifest = await readManifestOrNothing(searchDir);
    if (manifest === null) return [];
    if (manifest.generation === generation) return merged;
    const dirs = [...manifest.shards, ...(manifest.delta === null ? [] : [manifest.delta])].map(
      ({ dir }) => dir,
    );
    for (const dir of lists.keys()) if (!dirs.includes(dir)) lists.delete(dir);
    for (const dir of dirs) {
      const reading = lists.get(dir) ?? readFile(`${dir}/${wordsName}`).then(decodeFile);
      lists.set(dir, reading);
      reading.catch(() => lists.delete(dir));
    }
    merged = mergeWordLists(await Promise.all(lists.values()));
    generation = manifest.generation;
    return merged;
  };
}

function decodeFile(bytes: Uint8Array): WordList {
  return decodeWordList(new TextDecoder().decode(bytes));
}
