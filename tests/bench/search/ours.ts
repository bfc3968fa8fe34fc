import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PagesOfWorks, pagesOfWorksName } from '../../../src/search/build-folder.ts';
import { buildBase } from '../../../src/search/build-index.ts';
import { readManifestOrNothing } from '../../../src/search/generations.ts';
import type { Engine } from './engine.ts';
import { openInBrowser } from './in-browser.ts';

const script = fileURLToPath(new URL('./page-ours.ts', import.meta.url));

/** The register's own search as a visitor's browser runs it. */
const ours: Engine = {
  about: 'runs of three character clusters in Pagefind’s postings, our reader and ladder, in a browser',
  build: async (records, dir) => {
    await buildBase({ dir, records: () => stream(records), revision: 1 });
  },
  open: async (dir) => {
    const ids = await idsByPage(dir);
    return openInBrowser(dir, script, (name) => ids.get(name) ?? name);
  },
};

async function* stream<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

async function idsByPage(dir: string): Promise<ReadonlyMap<string, string>> {
  const manifest = await readManifestOrNothing(dir);
  const ids = new Map<string, string>();
  for (const shard of manifest?.shards ?? []) {
    const pages = JSON.parse(await readFile(join(dir, shard.dir, pagesOfWorksName), 'utf8')) as PagesOfWorks;
    for (const [id, numbers] of Object.entries(pages)) {
      for (const number of numbers) ids.set(`${shard.dir}/${number}`, id);
    }
  }
  return ids;
}

export default ours;
