import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanCopy } from '../../src/files/clean-copy.ts';
import type { FileRoom } from '../../src/files/file-room.ts';
import { createFileStore, type FileStore } from '../../src/files/file-store.ts';

export type TestRoom = FileRoom & {
  readonly store: FileStore;
  /** Puts bytes where an upload would stand. */
  upload(bytes: Uint8Array, fileName: string): Promise<{ path: string; fileName: string; bytes: number }>;
  remove(): void;
};

/**
 * A store in a folder of its own, or in the one told. Files are read and cleaned as ever, but in this process: its own, with
 * its limits, is what examine-file.test.ts and the tests of the built site are about.
 */
export function aFileRoom(root = mkdtempSync(join(tmpdir(), 'tammanoon-files-'))): TestRoom {
  const store = createFileStore(join(root, 'files'));
  return {
    store,
    examine: cleanCopy,
    upload: async (bytes, fileName) => {
      const path = await store.newIncoming();
      await writeFile(path, bytes);
      return { path, fileName, bytes: bytes.length };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** What somebody types about a scan and leaves at its first choice. */
export const plainFileFields = {
  title: '',
  kind: 'signed_scan',
  textIs: 'body',
  text: '',
  links: [],
} as const;
