import type { ExamineFile } from './examine-file.ts';
import type { FileStore } from './file-store.ts';

/** Where files are kept and who looks at them first. */
export type FileRoom = { readonly store: FileStore; readonly examine: ExamineFile };
