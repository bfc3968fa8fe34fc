import { forgetFilesOfClosedDrafts, isFileUnnamed } from '../../db/attachments.ts';
import type { Register } from '../../db/connection.ts';
import type { FileStore } from '../files/file-store.ts';

/** How long a file without a row is left alone: somebody may be about to write its row. */
const ALONE_MS = 60 * 60 * 1000;

/**
 * Removes the files on which nothing stands: of uploads that were broken off, and of drafts that are closed.
 * @param now Unix milliseconds
 * @returns how many files were removed
 */
export async function sweepFiles(
  register: Register,
  store: FileStore,
  now: number,
  aloneMs: number = ALONE_MS,
): Promise<number> {
  const before = now - aloneMs;
  let removed = await store.clearIncoming(before);
  await register.write(forgetFilesOfClosedDrafts);
  for (const sha256 of await store.list()) {
    if (!isFileUnnamed(register.read, sha256)) continue;
    // Asked again where no row can come between the question and the removal.
    removed += await register.write(async (transaction) =>
      isFileUnnamed(transaction, sha256) && store.removeUntouched(sha256, before) ? 1 : 0,
    );
  }
  return removed;
}
