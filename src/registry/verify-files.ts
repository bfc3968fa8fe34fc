import { listNamedFiles, type NamedFile } from '../../db/attachments.ts';
import type { Register } from '../../db/connection.ts';
import type { FileStore } from '../files/file-store.ts';

export type FileVerification = {
  readonly files: number;
  readonly faults: readonly (NamedFile & { readonly fault: 'missing' | 'damaged' })[];
};

/** Reads every file that an edition or a draft stands on, and says which are missing or no longer give their hash. */
export async function verifyFiles(
  register: Pick<Register, 'read'>,
  store: Pick<FileStore, 'check'>,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<FileVerification> {
  const named = await listNamedFiles(register.read);
  const states = new Map<string, 'whole' | 'missing' | 'damaged'>();
  for (const { sha256 } of named) {
    if (!states.has(sha256)) states.set(sha256, await store.check(sha256));
    onProgress(states.size, named.length);
  }
  const faults = named.flatMap((file) => {
    const fault = states.get(file.sha256);
    return fault === 'missing' || fault === 'damaged' ? [{ ...file, fault }] : [];
  });
  return { files: states.size, faults };
}
