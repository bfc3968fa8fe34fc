import type { Register } from '../../db/connection.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { changeAttachments } from './steps/change-attachments.ts';

/** What can be done with a file of a draft beside telling of it. */
export const arrangements = ['remove', 'up', 'down'] as const;
export type Arrangement = (typeof arrangements)[number];

/**
 * Takes a file out of a draft, or moves it one place up or down. A file that is taken out stays in the store while the
 * draft is open, so that an earlier revision can be brought back with it.
 * Refused, with nothing changed: `draft_not_found`, `attachments_changed`, `attachment_not_found`.
 */
export function arrangeAttachment(
  register: Register,
  actor: Actor,
  name: WorkName,
  asked: { readonly lock: string; readonly sha256: string; readonly what: Arrangement },
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  const { lock, sha256, what } = asked;
  return changeAttachments(
    register,
    actor,
    name,
    {
      lock,
      action: what === 'remove' ? 'attachment.removed' : 'attachment.moved',
      details: { sha256, ...(what !== 'remove' && { to: what }) },
      change: (files) => {
        const at = files.findIndex((one) => one.sha256 === sha256);
        const file = files[at];
        if (!file) return refused({ code: 'attachment_not_found' });
        const others = files.filter((one) => one !== file);
        return accepted(what === 'remove' ? others : inserted(others, at + (what === 'up' ? -1 : 1), file));
      },
    },
    now,
  );
}

function inserted(files: readonly Attachment[], at: number, file: Attachment): readonly Attachment[] {
  const place = Math.min(Math.max(at, 0), files.length);
  return [...files.slice(0, place), file, ...files.slice(place)];
}
