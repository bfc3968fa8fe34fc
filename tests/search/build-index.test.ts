import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBase, buildDelta } from '../../src/search/build-index.ts';
import { readManifest } from '../../src/search/generations.ts';
import { withIndexLock } from '../../src/search/index-lock.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { type IndexSource, updateIndex } from '../../src/search/update-index.ts';
import { inSearchFolder, provider, urlsFor } from './index-in.ts';
import { testRecord } from './test-records.ts';

const works = ['one', 'two', 'three'].map((slug) => testRecord(slug, { title: `ธรรมนูญกวางทดสอบ ${slug}` }));

/** A register that counts its publications and can be changed. */
function register(records: SearchRecord[]) {
  const changes: { readonly revision: number; readonly workPath: string }[] = [];
  const withdrawn: string[] = [];
  let revision = 1;
  const source: IndexSource = {
    revision: () => revision,
    changedWorkPaths: async (since) =>
      changes.filter((change) => change.revision > since).map(({ workPath }) => workPath),
    withdrawnWorkPaths: () => withdrawn,
    records: (options) =>
      provider(
        records.filter(({ workPath, url }) => !withdrawn.includes(workPath) && !withdrawn.includes(url)),
      )(options),
  };
  const change = (workPath: string, edit: () => void): void => {
    edit();
    revision += 1;
    changes.push({ revision, workPath });
  };
  return { source, change, withdrawn };
}

describe('the index on disk', () => {
  it('of an empty register answers with nothing', async () => {
    await inSearchFolder(async (dir) => {
      const manifest = await buildBase({ dir, records: provider([]), revision: 1 });
      expect(manifest.shards).toEqual([]);
      expect(await urlsFor(dir, 'กวาง')).toEqual([]);
    });
  });

  it('shows a changed work by its new words only, and a withdrawn work not at all', async () => {
    await inSearchFolder(async (dir) => {
      await buildBase({ dir, records: provider(works), revision: 1 });
      expect((await urlsFor(dir, 'กวาง')).length).toBe(3);
      const second = testRecord('two', { url: '/charters/two/editions/2', title: 'ธรรมนูญกระต่ายทดสอบ' });
      const now = works.filter(({ workPath }) => workPath === '/charters/one').concat(second);
      const changedWorkPaths = ['/charters/two', '/charters/three'];
      const manifest = await buildDelta({ dir, records: provider(now), changedWorkPaths, revision: 2 });
      expect(manifest.generation).toBe(2);
      expect(await urlsFor(dir, 'กวาง')).toEqual(['/charters/one/editions/1']);
      expect(await urlsFor(dir, 'กระต่าย')).toEqual(['/charters/two/editions/2']);
    });
  });

  it('keeps earlier changes in a later delta', async () => {
    await inSearchFolder(async (dir) => {
      const records = [...works];
      const { source, change } = register(records);
      expect((await updateIndex({ dir, source })).kind).toBe('base');
      expect((await updateIndex({ dir, source })).kind).toBe('unchanged');
      for (const [at, slug] of ['one', 'two'].entries()) {
        change(`/charters/${slug}`, () => {
          records[at] = testRecord(slug, { title: `ธรรมนูญเต่าทดสอบ ${slug}` });
        });
        expect((await updateIndex({ dir, source })).kind).toBe('delta');
      }
      expect((await urlsFor(dir, 'เต่า')).length).toBe(2);
      expect(await urlsFor(dir, 'กวาง')).toEqual(['/charters/three/editions/1']);
    });
  });

  it('is built anew when one edition of a work is taken out, and then holds the others', async () => {
    await inSearchFolder(async (dir) => {
      const second = testRecord('two', { url: '/charters/two/editions/2', title: 'ธรรมนูญกระต่ายทดสอบ' });
      const { source, change, withdrawn } = register([...works.slice(0, 2), second, ...works.slice(2)]);
      await updateIndex({ dir, source });
      change('/charters/two', () => withdrawn.push('/charters/two/editions/2'));
      const { kind } = await updateIndex({ dir, source });
      expect(kind).toBe('base');
      expect((await updateIndex({ dir, source })).kind).toBe('unchanged');
      expect(await urlsFor(dir, 'กระต่าย')).toEqual([]);
    });
  });

  it('is built anew when a work is withdrawn, so that its text is on the disk no longer than it must', async () => {
    await inSearchFolder(async (dir) => {
      const { source, change, withdrawn } = register([...works]);
      await updateIndex({ dir, source });
      change('/charters/two', () => withdrawn.push('/charters/two'));
      const { kind, manifest } = await updateIndex({ dir, source });
      expect([kind, manifest.shards[0]?.works, manifest.delta]).toEqual(['base', 2, null]);
      const pages = await readFile(join(dir, manifest.shards[0]?.dir ?? '', 'works.json'), 'utf8');
      expect(Object.keys(JSON.parse(pages) as object)).toEqual([
        '/charters/one',
        '/charters/three',
        '/charters/one/editions/1',
        '/charters/three/editions/1',
      ]);
      expect((await urlsFor(dir, 'กวาง')).length).toBe(2);
    });
  });

  it('forgets a withdrawn work also when its day comes without a change of the register', async () => {
    await inSearchFolder(async (dir) => {
      const { source, change, withdrawn } = register([...works]);
      await updateIndex({ dir, source });
      change('/charters/one', () => {});
      expect((await updateIndex({ dir, source })).kind).toBe('delta');
      expect((await updateIndex({ dir, source })).kind).toBe('unchanged');
      withdrawn.push('/charters/three');
      expect((await updateIndex({ dir, source })).kind).toBe('base');
      expect((await urlsFor(dir, 'กวาง')).length).toBe(2);
      expect((await updateIndex({ dir, source })).kind).toBe('unchanged');
    });
  });

  it('is built anew when more than a hundred works differ from the base', async () => {
    await inSearchFolder(async (dir) => {
      const records = Array.from({ length: 102 }, (_, n) => testRecord(`work-${n}`));
      const { source, change } = register(records);
      await updateIndex({ dir, source });
      for (const { workPath } of records.slice(0, 101)) change(workPath, () => {});
      const { kind, manifest } = await updateIndex({ dir, source });
      expect([kind, manifest.delta, manifest.changedWorks.length]).toEqual(['base', null, 0]);
    });
  });

  it('that fails to build leaves the old one answering', async () => {
    await inSearchFolder(async (dir) => {
      await buildBase({ dir, records: provider(works), revision: 1 });
      const twice = [...works, ...works.slice(0, 1)];
      await expect(buildBase({ dir, records: provider(twice), revision: 2 })).rejects.toThrow(
        'do not come together',
      );
      expect((await readManifest(dir))?.revision).toBe(1);
      expect((await urlsFor(dir, 'กวาง')).length).toBe(3);
    });
  });

  it('keeps the last two generations and deletes folders that neither names, once no open page reads them', async () => {
    await inSearchFolder(async (dir) => {
      for (const revision of [1, 2, 3]) {
        await buildBase({ dir, records: provider(works), revision });
        const anHourAgo = Date.now() / 1000 - 3600;
        for (const name of await readdir(dir)) await utimes(join(dir, name), anHourAgo, anHourAgo);
      }
      await mkdir(join(dir, 'base-half-built'));
      await buildBase({ dir, records: provider(works), revision: 4 });
      const folders = (await readdir(dir)).filter((name) => name.startsWith('base-'));
      expect(folders).toContain('base-half-built');
      expect(folders.length).toBe(3);
    });
  });

  it('is rebuilt from nothing when its manifest is damaged', async () => {
    await inSearchFolder(async (dir) => {
      const { source } = register([...works]);
      await updateIndex({ dir, source });
      await writeFile(join(dir, 'manifest.json'), '{"format":1,"gener');
      expect((await updateIndex({ dir, source })).kind).toBe('base');
      expect((await urlsFor(dir, 'กวาง')).length).toBe(3);
    });
  });

  it('is built by one process at a time, and the lock of a dead one is taken over', async () => {
    await inSearchFolder(async (dir) => {
      const { source } = register([...works]);
      await writeFile(join(dir, 'indexer.lock'), String(process.ppid));
      await expect(updateIndex({ dir, source })).rejects.toThrow('another process');
      await writeFile(join(dir, 'indexer.lock'), '999999999');
      expect((await updateIndex({ dir, source })).kind).toBe('base');
      await withIndexLock(dir, async () => {
        expect(await readFile(join(dir, 'indexer.lock'), 'utf8')).toBe(String(process.pid));
      });
    });
  });
});
