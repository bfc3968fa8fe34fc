import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder, type PagesOfWorks, pagesOfWorksName } from './build-folder.ts';
import { deleteOldFolders, newFolderName, readManifestOrNothing, switchTo } from './generations.ts';
import type { IndexFolder, SearchManifest } from './manifest.ts';
import { inParts, recordsOf, upToShard } from './record-parts.ts';
import type { SearchRecord } from './search-record.ts';
import { smokeQuery } from './smoke-query.ts';

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
  const parts = inParts(records({}));
  for (;;) {
    const folder = await buildChecked(dir, 'base', upToShard(parts), progress);
    if (folder === null) break;
    shards.push(folder);
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
  const delta = await buildChecked(dir, 'delta', recordsOf(inParts(asStream(changed))), progress);
  const hide = await pagesToHide(dir, current, changedWorks);
  return publish(dir, { revision, shards: current.shards, delta, changedWorks, hide });
}

/** Builds a folder from a stream of parts and asks it a question; null when the stream holds nothing. */
async function buildChecked(
  dir: string,
  kind: 'base' | 'delta',
  parts: AsyncIterable<readonly SearchRecord[]>,
  onAdded: () => void,
): Promise<IndexFolder | null> {
  await mkdir(dir, { recursive: true });
  const folder = newFolderName(kind);
  try {
    const probes: SearchRecord[] = [];
    const { works, editions } = await buildFolder(join(dir, folder), noting(parts, probes), onAdded);
    if (editions > 0) {
      await smokeQuery(dir, folder, editions, probes);
      return { dir: folder, works, editions };
    }
  } catch (error) {
    await rm(join(dir, folder), { recursive: true, force: true });
    throw error;
  }
  await rm(join(dir, folder), { recursive: true, force: true });
  return null;
}

/** Passes parts on and keeps the first, middle and last record of each as probes. */
async function* noting(
  parts: AsyncIterable<readonly SearchRecord[]>,
  probes: SearchRecord[],
): AsyncIterable<readonly SearchRecord[]> {
  for await (const part of parts) {
    for (const probe of [part[0], part[part.length >> 1], part.at(-1)])
      if (probe !== undefined) probes.push(probe);
    yield part;
  }
}

async function publish(
  dir: string,
  content: Pick<SearchManifest, 'revision' | 'shards' | 'delta' | 'changedWorks' | 'hide'>,
): Promise<SearchManifest> {
  const current = await readManifestOrNothing(dir);
  const builtAt = new Date().toISOString();
  const manifest: SearchManifest = {
    format: 6,
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

async function* asStream<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

function countingProgress(onProgress: OnProgress | undefined): () => void {
  let editions = 0;
  return () => {
    editions += 1;
    onProgress?.(editions);
  };
}
