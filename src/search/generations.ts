import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { flush } from './flush.ts';
import { foldersOf, manifestName, parseManifest, type SearchManifest } from './manifest.ts';

const previousName = 'manifest.previous.json';

/** A folder older than this that neither of the last two generations names is deleted by the next build. */
const graceMilliseconds = 10 * 60_000;

/** The manifest that answers searches now, or null when no index was ever built. Throws when it is damaged. */
export async function readManifest(dir: string): Promise<SearchManifest | null> {
  return readManifestFile(join(dir, manifestName));
}

async function readManifestFile(path: string): Promise<SearchManifest | null> {
  try {
    return parseManifest(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The manifest, or null also when it is damaged: a build then starts from nothing. */
export async function readManifestOrNothing(dir: string): Promise<SearchManifest | null> {
  return readManifest(dir).catch(() => null);
}

/** A folder name that was never used before and never will be, so that its files may be cached for ever. */
export function newFolderName(kind: 'base' | 'delta'): string {
  return `${kind}-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
}

/**
 * Makes a manifest the current one: written aside, flushed, renamed over the old one. At any moment a reader
 * finds the old manifest or the new one, whole.
 */
export async function switchTo(dir: string, manifest: SearchManifest): Promise<void> {
  const current = await readManifestOrNothing(dir);
  if (current !== null) await writeAtomically(dir, previousName, current);
  await writeAtomically(dir, manifestName, manifest);
}

async function writeAtomically(dir: string, name: string, manifest: SearchManifest): Promise<void> {
  await mkdir(dir, { recursive: true });
  const aside = join(dir, `${name}.new`);
  const handle = await open(aside, 'w');
  try {
    await handle.writeFile(JSON.stringify(manifest));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, join(dir, name));
  await flush(dir);
}

/** Deletes index folders that the last two generations do not name, sparing those an open page may still read. */
export async function deleteOldFolders(dir: string, now: number): Promise<void> {
  const manifests = [
    await readManifestOrNothing(dir),
    await readManifestFile(join(dir, previousName)).catch(() => null),
  ];
  const named = new Set(manifests.flatMap((manifest) => (manifest === null ? [] : foldersOf(manifest))));
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (!entry.isDirectory() || !/^(base|delta)-/.test(entry.name) || named.has(entry.name)) continue;
    const path = join(dir, entry.name);
    if (now - (await stat(path)).mtimeMs < graceMilliseconds && !entry.name.includes('.')) continue;
    await rm(path, { recursive: true, force: true });
  }
}
