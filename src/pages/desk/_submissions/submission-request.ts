import type { Actor } from '../../../domain/permission.ts';
import { accepted, type Result, refused } from '../../../domain/result.ts';

/** Who asks a page about what is handed in, and with what. */
export type SubmissionRequest = Pick<App.Locals, 'register' | 'now' | 'files' | 'uploads'> & {
  readonly actor: Actor;
};

type Upload = App.Locals['uploads'][number];

/** The file that came with a form; null when none was chosen. Refused: `file_refused`, when it is too large. */
export function uploadIn(uploads: App.Locals['uploads']): Result<Upload | null> {
  const upload = uploads.find(({ field }) => field === 'file');
  if (upload === undefined || (upload.bytes === 0 && upload.fileName === '')) return accepted(null);
  return upload.isTooLarge ? refused({ code: 'file_refused', fault: 'too_large' }) : accepted(upload);
}
