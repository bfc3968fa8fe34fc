import { buildBase, buildDelta, type OnProgress, type RecordsProvider } from './build-index.ts';
import { readManifestOrNothing } from './generations.ts';
import { withIndexLock } from './index-lock.ts';
import type { IndexFolder, SearchManifest } from './manifest.ts';
import { pagesInFolders, pagesOf } from './pages-of-works.ts';

/** More changed works than this make a delta slower to build than a visitor should wait; a new base is built. */
const maxDeltaWorks = 100;

/** What the indexer asks of the register. Supplied by the process that opens the database. */
export type IndexSource = {
  readonly revision: () => number;
  /**
   * Paths of the works whose published editions differ since that revision, gone ones included; null when that
   * cannot be told, which calls for a new base.
   */
  readonly changedWorkPaths: (sinceRevision: number) => Promise<readonly string[] | null>;
  /** Addresses of works withdrawn by now, and of editions taken out; `records` leaves them out. */
  readonly withdrawnWorkPaths: () => readonly string[];
  readonly records: RecordsProvider;
};

/** What an update did. */
export type IndexUpdate = {
  readonly kind: 'unchanged' | 'delta' | 'base';
  readonly manifest: SearchManifest;
  readonly milliseconds: number;
};

export type UpdateOptions = {
  readonly dir: string;
  readonly source: IndexSource;
  /** Build everything anew even when nothing or little changed. */
  readonly isFull?: boolean;
  readonly onProgress?: OnProgress;
};

/**
 * Brings the index up to the register's revision with the smaller of a delta and a new base. Throws `IndexBusy`
 * when another process is building, and whatever made a build fail; the old generation answers meanwhile.
 */
export async function updateIndex(options: UpdateOptions): Promise<IndexUpdate> {
  return withIndexLock(options.dir, async () => {
    const startedAt = performance.now();
    const { kind, manifest } = await buildWhatIsNeeded(options);
    return { kind, manifest, milliseconds: Math.round(performance.now() - startedAt) };
  });
}

async function buildWhatIsNeeded(options: UpdateOptions): Promise<Omit<IndexUpdate, 'milliseconds'>> {
  const { dir, source, isFull = false, onProgress = () => {} } = options;
  const current = await readManifestOrNothing(dir);
  // Read before the records: a publish during the build then counts as not yet indexed.
  const revision = source.revision();
  const build = { dir, records: source.records, revision, onProgress };
  if (current === null || isFull || revision < current.revision) {
    return { kind: 'base', manifest: await buildBase(build) };
  }
  // Their text leaves the disk with the folder that holds it; such a folder is not served meanwhile.
  const withdrawn = source.withdrawnWorkPaths();
  if (await holdsAnyOf(dir, current.shards, withdrawn)) {
    return { kind: 'base', manifest: await buildBase(build) };
  }
  const isDeltaSound = current.delta === null || !(await holdsAnyOf(dir, [current.delta], withdrawn));
  if (revision === current.revision && isDeltaSound) return { kind: 'unchanged', manifest: current };
  const changedWorkPaths = await source.changedWorkPaths(current.revision);
  if (changedWorkPaths === null) return { kind: 'base', manifest: await buildBase(build) };
  const inDelta = new Set([...current.changedWorks, ...changedWorkPaths]);
  if (inDelta.size > maxDeltaWorks) return { kind: 'base', manifest: await buildBase(build) };
  return { kind: 'delta', manifest: await buildDelta({ ...build, changedWorkPaths }) };
}

/** Whether any of the folders holds a page of any of the works. */
async function holdsAnyOf(
  dir: string,
  folders: readonly IndexFolder[],
  workPaths: readonly string[],
): Promise<boolean> {
  if (workPaths.length === 0) return false;
  const pagesIn = pagesInFolders(dir);
  const pages = await Promise.all(
    folders.map(async (folder) => pagesOf(workPaths, await pagesIn(folder.dir))),
  );
  return pages.some((ofFolder) => ofFolder.length > 0);
}
