import { writeAudit } from '../../../db/audit.ts';
import type { Connection, Register } from '../../../db/connection.ts';
import { findDraft } from '../../../db/drafts.ts';
import { findWork } from '../../../db/works.ts';
import {
  type Attachment,
  attachmentLimits,
  attachmentsOf,
  withAttachments,
} from '../../domain/attachment.ts';
import type { Manifest } from '../../domain/edition.ts';
import type { Instant } from '../../domain/iso-date.ts';
import { type Actor, may } from '../../domain/permission.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { WorkName } from '../../domain/work.ts';
import { attachmentsLock } from './attachments-lock.ts';
import { changeDraft } from './change-draft.ts';

export type AttachmentsChange = {
  /** The lock of the files as the officer saw them. */
  readonly lock: string;
  /** Such as `attachment.added`. */
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** The new files of the present ones; runs in the transaction. */
  readonly change: (
    files: readonly Attachment[],
    content: Manifest,
    place: { readonly transaction: Connection; readonly workId: number },
  ) => Result<readonly Attachment[]> | Promise<Result<readonly Attachment[]>>;
};

/** Whoever types saves every two seconds, so another save seldom comes between reading and writing. */
const TRIES = 20;

/**
 * Changes the files of a draft and nothing else of it, through the one way in which drafts change. Only another change
 * of the files stands in the way; a save of the text that comes between is kept.
 * Refused: `draft_not_found`, `attachments_changed`, `attachments_full`, and what `change` refuses.
 */
export async function changeAttachments(
  register: Register,
  actor: Actor,
  name: WorkName,
  { lock, action, details, change }: AttachmentsChange,
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  for (let tries = 1; ; tries += 1) {
    const draft = await findOwnDraft(register.read, actor, name);
    if (draft === null) return refused({ code: 'draft_not_found' });
    const { version: expectedVersion, workId } = draft;
    const changed = await changeDraft(
      register,
      actor,
      name,
      {
        expectedVersion,
        kind: 'saved',
        change: async (content, transaction) => {
          if (attachmentsLock(content) !== lock) return refused({ code: 'attachments_changed' });
          const files = await change(attachmentsOf(content), content, { transaction, workId });
          if (!files.ok) return files;
          const full = whatIsFull(files.value);
          if (full !== null) return refused({ code: 'attachments_full', limit: full });
          const next = withAttachments(content, files.value);
          if (attachmentsLock(next) !== lock) {
            const subject = `${name.type}/${name.slug}`;
            await writeAudit(transaction, { userId: actor.userId, action, subject, details }, now);
          }
          return accepted(next);
        },
      },
      now,
    );
    if (changed.ok || changed.refusal.code !== 'draft_changed' || tries === TRIES) return changed;
  }
}

/** The open draft of a work that is the actor's to edit; null otherwise. */
export async function findOwnDraft(connection: Connection, actor: Actor, name: WorkName) {
  const work = await findWork(connection, name);
  return work && may(actor, 'edit', work) ? findDraft(connection, work.id) : null;
}

/** What a work has no more room for, if anything. */
export function whatIsFull(files: readonly Attachment[]): 'files' | 'bytes' | 'text' | null {
  const sum = (of: (file: Attachment) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  if (files.length > attachmentLimits.filesOfWork) return 'files';
  if (sum(({ bytes }) => bytes) > attachmentLimits.bytesOfWork) return 'bytes';
  const text = sum(({ textEquivalent }) =>
    textEquivalent?.kind === 'text' ? textEquivalent.text.length : 0,
  );
  return text > attachmentLimits.textOfWork ? 'text' : null;
}
