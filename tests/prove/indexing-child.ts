/**
 * Keeps rebuilding a search index until it is killed. Argument 1: the search folder; 2: the revision to begin after;
 * 3: `guarded`, or `careless`, which clears the old generation away before it builds the new one.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { updateIndex } from '../../src/search/update-index.ts';
import { provider } from '../search/index-in.ts';
import { recordsAt } from './indexed-works.ts';

const [dir = '', after = '0', how = 'guarded'] = process.argv.slice(2);

process.stdout.write('begun\n');
for (let revision = Number(after) + 1; ; revision += 1) {
  if (how === 'careless') {
    const old = (await readdir(dir)).filter((name) => /^(base|delta)-/.test(name));
    await Promise.all(old.map((name) => rm(join(dir, name), { recursive: true, force: true })));
  }
  const source = {
    revision: () => revision,
    withdrawnWorkPaths: () => [],
    changedWorkPaths: async () => [`/charters/work-${revision % 5}`],
    records: provider(recordsAt(revision)),
  };
  await updateIndex({ dir, source, isFull: how === 'careless' || revision % 4 === 0 });
  process.stdout.write('built\n');
}
