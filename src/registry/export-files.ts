import { listPublicFiles } from '../../db/attachments.ts';
import type { Register } from '../../db/connection.ts';
import { attachedFilePath } from '../archive/attached-files.ts';

/** A file of the store and where it stands in an archive. */
export type ExportedFile = { readonly path: string; readonly sha256: string };

/** The files of the public register as they stand in an archive, beside what `exportArchive` gives. */
export async function* exportFiles({ read }: Pick<Register, 'read'>): AsyncGenerator<ExportedFile> {
  for (const { work, ...file } of await listPublicFiles(read)) {
    yield { path: attachedFilePath(work, file), sha256: file.sha256 };
  }
}
