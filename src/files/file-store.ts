import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, statSync, unlinkSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isFileHash } from '../domain/attachment.ts';

export type StoredFile = { readonly sha256: string; readonly bytes: number };

/** The files of a register by their content: `files/ab/<sha256>`. What is in it never changes. */
export type FileStore = {
  /** A path for bytes on their way in; nobody else gets the same. */
  newIncoming(): Promise<string>;
  /**
   * Moves a file into the store under its hash. When this resolves file and folder are flushed to the disk, so that a
   * row may name them; before that nothing stands under the hash but a whole file.
   */
  keep(path: string): Promise<StoredFile>;
  /** Where the bytes of this hash stand, or would. */
  pathOf(sha256: string): string;
  /** Size in bytes; null when the file is not there. */
  sizeOf(sha256: string): Promise<number | null>;
  /** Reads the file again: `missing`, `damaged` when its bytes no longer give their hash, or `whole`. */
  check(sha256: string): Promise<'whole' | 'missing' | 'damaged'>;
  /** Hashes of all files, in order. */
  list(): Promise<readonly string[]>;
  /** Removes the file at once if nobody put it there or asked for it since `before` (Unix milliseconds). */
  removeUntouched(sha256: string, before: number): boolean;
  /** Removes what came in before this moment and never got its place: an interrupted upload. */
  clearIncoming(before: number): Promise<number>;
};

/** @param root the folder `files` of DATA_DIR; made when it is first needed */
export function createFileStore(root: string): FileStore {
  const incoming = join(root, 'incoming');
  const pathOf = (sha256: string): string => {
    if (!isFileHash(sha256)) throw new Error(`${sha256} is not the hash of a file`);
    return join(root, sha256.slice(0, 2), sha256);
  };

  return {
    pathOf,
    newIncoming: async () => {
      await mkdir(incoming, { recursive: true });
      return join(incoming, randomUUID());
    },
    keep: async (path) => {
      const { sha256, bytes } = await hashOf(path);
      const place = pathOf(sha256);
      await makeFolders(root, dirname(place));
      if (await isTouched(place)) await rm(path);
      else {
        await flush(path);
        await rename(path, place);
      }
      await flush(dirname(place));
      return { sha256, bytes };
    },
    sizeOf: (sha256) => stat(pathOf(sha256)).then(({ size }) => size, absenceOf),
    check: async (sha256) => {
      const found = await hashOf(pathOf(sha256)).catch(absenceOf);
      if (found === null) return 'missing';
      return found.sha256 === sha256 ? 'whole' : 'damaged';
    },
    list: async () => {
      const folders = (await namesIn(root)).filter((name) => /^[0-9a-f]{2}$/.test(name));
      const names = await Promise.all(folders.map((folder) => namesIn(join(root, folder))));
      return names.flat().filter(isFileHash).sort();
    },
    removeUntouched: (sha256, before) => {
      const place = pathOf(sha256);
      const facts = statSync(place, { throwIfNoEntry: false });
      if (facts === undefined || facts.mtimeMs >= before) return false;
      unlinkSync(place);
      return true;
    },
    clearIncoming: async (before) => {
      let removed = 0;
      for (const name of await namesIn(incoming)) {
        const path = join(incoming, name);
        const facts = await stat(path).catch(absenceOf);
        if (facts === null || facts.mtimeMs >= before) continue;
        await rm(path, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

async function hashOf(path: string): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      hash.update(part);
      bytes += part.length;
    }
  });
  return { sha256: hash.digest('hex'), bytes };
}

/** A file that is there already is marked as wanted now, so that no sweep takes it before its row is written. */
async function isTouched(place: string): Promise<boolean> {
  const now = new Date();
  return utimes(place, now, now).then(
    () => true,
    (error: unknown) => absenceOf(error) !== null,
  );
}

/** A new folder is durable once the folder above it is flushed. */
async function makeFolders(root: string, folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  await flush(root);
  if (first !== folder) await flush(dirname(root));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: unknown) => absenceOf(error) ?? []);

function absenceOf(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
