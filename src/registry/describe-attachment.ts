import type { Register } from '../../db/connection.ts';
import { type AttachmentFields, readAttachmentFields } from '../domain/attachment-fields.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';
import { changeAttachments } from './steps/change-attachments.ts';

/**
 * Writes anew what is said about a file of a draft: title, kind, which page holds which provision, and its text.
 * Refused, with nothing changed: `draft_not_found`, `attachments_changed`, `attachment_not_found`, `content_invalid`,
 * `attachments_full`.
 */
export function describeAttachment(
  register: Register,
  actor: Actor,
  name: WorkName,
  told: { readonly lock: string; readonly sha256: string; readonly fields: AttachmentFields },
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  const { lock, sha256, fields } = told;
  return changeAttachments(
    register,
    actor,
    name,
    {
      lock,
      action: 'attachment.described',
      details: { sha256 },
      change: (files, content) => {
        const file = files.find((one) => one.sha256 === sha256);
        if (!file) return refused({ code: 'attachment_not_found' });
        const provisions = new Set(renderBody(content.body).provisions.map(({ eid }) => eid));
        const described = readAttachmentFields(fields, { pageCount: file.pageCount, provisions });
        if (!described.ok) return described;
        return accepted(files.map((one) => (one === file ? { ...one, ...described.value } : one)));
      },
    },
    now,
  );
}
