import { findFileOfWork, type KnownFile } from '../../db/attachments.ts';
import type { Register } from '../../db/connection.ts';
import { findWork } from '../../db/works.ts';
import { isFileHash } from '../domain/attachment.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';

/**
 * A file of a work as whoever may read its drafts sees it, published or not.
 * Refused: `attachment_not_found`, also when the work is not the actor's to read.
 */
export async function openDraftFile(
  { read }: Register,
  actor: Actor,
  name: WorkName,
  sha256: string,
): Promise<Result<KnownFile>> {
  const work = isFileHash(sha256) ? await findWork(read, name) : null;
  const file = work && may(actor, 'read_draft', work) ? await findFileOfWork(read, work.id, sha256) : null;
  return file ? accepted(file) : refused({ code: 'attachment_not_found' });
}
