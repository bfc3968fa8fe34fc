import { insertWorkFile } from '../../db/attachments.ts';
import type { Register } from '../../db/connection.ts';
import { type Attachment, attachmentLimits, attachmentsOf } from '../domain/attachment.ts';
import { type AttachmentFields, readAttachmentFields } from '../domain/attachment-fields.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import type { FileRoom } from '../files/file-room.ts';
import { attachmentsLock } from './steps/attachments-lock.ts';
import { changeAttachments, findOwnDraft } from './steps/change-attachments.ts';
import { keepUpload, type Upload } from './steps/keep-upload.ts';

export type FileToAttach = {
  readonly lock: string;
  readonly upload: Upload;
  /** An empty title is taken from the name. */
  readonly fields: AttachmentFields;
  /** SHA-256 of the file whose place and description it takes; null for one more file. */
  readonly replaces: string | null;
};

/**
 * Takes a file in and adds it to a draft: looks at it in a process of its own, keeps its cleaned bytes durably, and only
 * then names it. The upload itself stays the caller's.
 * @returns the new file, and whether what its makers wrote beside the content was taken out
 * Refused, with nothing changed: `draft_not_found`, `attachments_changed`, `attachments_full`, `content_invalid`,
 * `file_refused`, `attachment_exists` for a file that is in the draft already.
 */
export async function attachFile(
  register: Register,
  room: FileRoom,
  actor: Actor,
  name: WorkName,
  { lock, upload, fields, replaces }: FileToAttach,
  now: Instant,
): Promise<Result<{ readonly file: Attachment; readonly isStripped: boolean }>> {
  const draft = await findOwnDraft(register.read, actor, name);
  if (draft === null) return refused({ code: 'draft_not_found' });
  if (attachmentsLock(draft.content) !== lock) return refused({ code: 'attachments_changed' });
  const present = attachmentsOf(draft.content);
  const old = present.find(({ sha256 }) => sha256 === replaces) ?? null;
  if (replaces !== null && old === null) return refused({ code: 'attachment_not_found' });
  if (old === null && present.length >= attachmentLimits.filesOfWork) {
    return refused({ code: 'attachments_full', limit: 'files' });
  }
  const described = old === null ? describe(fields, upload.fileName) : accepted(old);
  if (!described.ok) return described;
  const kept = await keepUpload(room, upload);
  if (!kept.ok) return kept;
  const { isStripped } = kept.value;
  const { mediaType, pageCount, sha256, bytes } = kept.value.file;
  const file: Attachment = {
    ...described.value,
    ...kept.value.file,
    pages: described.value.pages.filter(({ page }) => pageCount === null || page <= pageCount),
  };
  const changed = await changeAttachments(
    register,
    actor,
    name,
    {
      lock,
      action: old === null ? 'attachment.added' : 'attachment.replaced',
      details: { sha256, name: file.name, bytes, ...(old && { replaced: old.sha256 }) },
      change: async (files, _content, { transaction, workId }) => {
        const same = files.find((one) => one.sha256 === sha256);
        if (same) return refused({ code: 'attachment_exists', title: same.title });
        await insertWorkFile(transaction, {
          ...{ sha256, bytes, mediaType, workId },
          ...{ userId: actor.userId, at: now },
        });
        if (old === null) return accepted([...files, file]);
        return accepted(files.map((one) => (one.sha256 === old.sha256 ? file : one)));
      },
    },
    now,
  );
  return changed.ok ? accepted({ file, isStripped }) : changed;
}

function describe(fields: AttachmentFields, fileName: string) {
  const title = fields.title.trim() === '' ? titleFrom(fileName) : fields.title;
  return readAttachmentFields({ ...fields, title, links: [] }, { pageCount: null, provisions: new Set() });
}

const titleFrom = (fileName: string): string =>
  (fileName.split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, attachmentLimits.titleLength);
