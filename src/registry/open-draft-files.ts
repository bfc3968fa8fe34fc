import type { Register } from '../../db/connection.ts';
import { findDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import { type Attachment, attachmentsOf } from '../domain/attachment.ts';
import { type Actor, may } from '../domain/permission.ts';
import type { Provision } from '../domain/provision.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';
import { attachmentsLock } from './steps/attachments-lock.ts';

export type DraftFiles = {
  readonly files: readonly Attachment[];
  /** To be sent back with every change of the files. */
  readonly lock: string;
  /** The parts of the text that a page of a file may hold. */
  readonly provisions: readonly Provision[];
};

/** The files of a draft. Refused: `draft_not_found`, also when it is not the actor's to read. */
export async function openDraftFiles(
  register: Register,
  actor: Actor,
  name: WorkName,
): Promise<Result<DraftFiles>> {
  const work = await findWork(register.read, name);
  const draft = work && may(actor, 'read_draft', work) ? await findDraft(register.read, work.id) : null;
  if (!draft) return refused({ code: 'draft_not_found' });
  return accepted({
    files: attachmentsOf(draft.content),
    lock: attachmentsLock(draft.content),
    provisions: renderBody(draft.content.body).provisions,
  });
}
