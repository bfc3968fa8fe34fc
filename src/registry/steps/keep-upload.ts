import { rm } from 'node:fs/promises';
import { attachmentLimits, attachmentName, type KeptFile } from '../../domain/attachment.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { FileRoom } from '../../files/file-room.ts';

/** The bytes of a file as they came, and the name that their sender gave them. */
export type Upload = { readonly path: string; readonly fileName: string; readonly bytes: number };

/**
 * Looks at a file in a process of its own and keeps its cleaned bytes durably, so that a row may name it. The upload
 * itself stays the caller's. Refused: `file_refused`.
 */
export async function keepUpload(
  { store, examine }: FileRoom,
  { path, fileName, bytes }: Upload,
): Promise<Result<{ readonly file: KeptFile; readonly isStripped: boolean }>> {
  if (bytes > attachmentLimits.fileBytes) return refused({ code: 'file_refused', fault: 'too_large' });
  const target = await store.newIncoming();
  try {
    const examined = await examine(path, target);
    if (!examined.ok) return refused({ code: 'file_refused', fault: examined.refusal });
    const { mediaType, pageCount, isStripped } = examined.value;
    const kept = await store.keep(target);
    return accepted({
      file: { ...kept, name: attachmentName(fileName, mediaType), mediaType, pageCount },
      isStripped,
    });
  } finally {
    await rm(target, { force: true });
  }
}
