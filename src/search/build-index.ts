import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder, type PagesOfWorks, pagesOfWorksName } from './build-folder.ts';
import { deleteOldFolders, newFolderName, readManifestOrNothing, switchTo } from './generations.ts';
import type { IndexFolder, SearchManifest } from './manifest.ts';
import type { SearchRecord } from './search-record.ts';
import { smokeQuery } from './smoke-query.ts';

/** Works in one base shard: at 0.45 MB of Pagefind memory each this stays near 1.1 GB. */
const worksPerShard = 2_500;

/**
 * Supplies the published editions, all of them or those of some works. The editions of one work must come
 * one after the other.
 */
export type RecordsProvider = (options: {
  readonly workPaths?: readonly string[];
}) => AsyncIterable<SearchRecord>;

/** Called after each record with the number done so far in this build. */
export type OnProgress = (editions: number) => void;

type BuildOptions = {
  /** The search folder, `DATA_DIR/search`. */
  readonly dir: string;
  readonly records: RecordsProvider;
  /** The revision of the register that the records show. */
  readonly revision: number;
  readonly onProgress?: OnProgress;
};

/** Builds all editions anew, in shards, and switches to them. Throws on failure; the old generation then stays. */
export async function buildBase(options: BuildOptions): Promise<SearchManifest> {
  const { dir, records, revision } = options;
  const shards: IndexFolder[] = [];
  const progress = countingProgress(options.onProgress);
  for await (const shard of inShards(records({}), worksPerShard)) {
    shards.push(await buildChecked(dir, 'base', shard, progress));
  }
  return publish(dir, { revision, shards, delta: null, changedWorks: [], hide: {} });
}

/**
 * Builds a small folder with all editions of every work that differs from the base, hides those works in the
 * base, and switches. Works that are gone are only hidden. Without a base it builds one.
 */
export async function buildDelta(
  options: BuildOptions & { readonly changedWorkPaths: readonly string[] },
): Promise<SearchManifest> {
  const { dir, records, revision, changedWorkPaths } = options;
  const current = await readManifestOrNothing(dir);
  if (current === null) return buildBase(options);
  const changedWorks = [...new Set([...current.changedWorks, ...changedWorkPaths])].sort();
  const changed: SearchRecord[] = [];
  if (changedWorks.length > 0) {
    for await (const record of records({ workPaths: changedWorks })) changed.push(record);
  }
  const stray = changed.find(({ workPath }) => !changedWorks.includes(workPath));
  if (stray !== undefined) throw new Error(`${stray.workPath} is not among the changed works`);
  const progress = countingProgress(options.onProgress);
  const delta = changed.length === 0 ? null : await buildChecked(dir, 'delta', changed, progress);
  const hide = await pagesToHide(dir, current, changedWorks);
  return publish(dir, { revision, shards: current.shards, delta, changedWorks, hide });
}

async function buildChecked(
  dir: string,
  kind: 'base' | 'delta',
  records: readonly SearchRecord[],
  onAdded: () => void,
): Promise<IndexFolder> {
  await mkdir(dir, { recursive: true });
  const folder = newFolderName(kind);
  try {
    await buildFolder(join(dir, folder), records, onAdded);
    await smokeQuery(dir, folder, records);
  } catch (error) {
    await rm(join(dir, folder), { recursive: true, force: true });
    throw error;
  }
  const works = new Set(records.map(({ workPath }) => workPath)).size;
  return { dir: folder, works, editions: records.length };
}

async function publish(
  dir: string,
  content: Pick<SearchManifest, 'revision' | 'shards' | 'delta' | 'changedWorks' | 'hide'>,
): Promise<SearchManifest> {
  const current = await readManifestOrNothing(dir);
  const builtAt = new Date().toISOString();
  const manifest: SearchManifest = {
    format: 1,
    generation: (current?.generation ?? 0) + 1,
    builtAt,
    ...content,
  };
  await switchTo(dir, manifest);
  await deleteOldFolders(dir, Date.now());
  return manifest;
}

async function pagesToHide(
  dir: string,
  current: SearchManifest,
  changedWorks: readonly string[],
): Promise<SearchManifest['hide']> {
  const hide: Record<string, readonly number[]> = {};
  for (const shard of current.shards) {
    const pages = JSON.parse(await readFile(join(dir, shard.dir, pagesOfWorksName), 'utf8')) as PagesOfWorks;
    const hidden = changedWorks.flatMap((workPath) => pages[workPath] ?? []);
    if (hidden.length > 0) hide[shard.dir] = hidden;
  }
  return hide;
}

/** Cuts a stream of records into shards without parting the editions of a work. */
async function* inShards(records: AsyncIterable<SearchRecord>, works: number): AsyncIterable<SearchRecord[]> {
  const seen = new Set<string>();
  let shard: SearchRecord[] = [];
  let inShard = 0;
  for await (const record of records) {
    if (shard.at(-1)?.workPath !== record.workPath) {
      if (seen.has(record.workPath))
        throw new Error(`the editions of ${record.workPath} do not come together`);
      seen.add(record.workPath);
      if (inShard === works) {
        yield shard;
        shard = [];
        inShard = 0;
      }
      inShard += 1;
    }
    shard.push(record);
  }
  if (shard.length > 0) yield shard;
}

function countingProgress(onProgress: OnProgress | undefined): () => void {
  let editions = 0;
  return () => {
    editions += 1;
    onProgress?.(editions);
  };
}
