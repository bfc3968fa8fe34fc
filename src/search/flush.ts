import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Flushes every file below a folder and the folders themselves, so that a manifest may name it. */
export async function flushTree(path: string): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = [path, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  for (let at = 0; at < paths.length; at += 16) {
    await Promise.all(paths.slice(at, at + 16).map(flush));
  }
}

/** Flushes one file or folder. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
