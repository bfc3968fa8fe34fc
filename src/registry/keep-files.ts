import { copyFile, rm } from 'node:fs/promises';
import type { FileStore } from '../files/file-store.ts';

/**
 * Copies files into the store, before a row names them.
 * @param paths by SHA-256, which was checked before
 * @throws when a file changed since it was checked
 * @returns the hashes that are durable now
 */
export async function keepFiles(
  store: FileStore,
  paths: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  for (const [sha256, path] of paths) {
    const incoming = await store.newIncoming();
    try {
      await copyFile(path, incoming);
      const stored = await store.keep(incoming);
      if (stored.sha256 !== sha256) throw new Error(`${path} changed while it was being read`);
      kept.add(sha256);
    } finally {
      await rm(incoming, { force: true });
    }
  }
  return kept;
}
