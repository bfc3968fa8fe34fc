import type { Register } from '../../db/connection.ts';
import { bodyMaximumBytes, tidyBody } from '../domain/draft.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { changeDraft } from './steps/change-draft.ts';

/**
 * Puts a text that was brought from elsewhere, and looked at, into the body of a draft.
 * @param text.place `replace` for the body there is, `append` after it
 * @returns the version that now holds it
 * Refused: what `changeDraft` refuses; `content_invalid` at `body` for no text, or more than a body may have.
 */
export function importText(
  register: Register,
  actor: Actor,
  name: WorkName,
  text: { readonly expectedVersion: number; readonly body: string; readonly place: 'replace' | 'append' },
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  const { expectedVersion, place } = text;
  const added = tidyBody(text.body);
  return changeDraft(
    register,
    actor,
    name,
    {
      expectedVersion,
      kind: 'imported',
      change: (content) => {
        const body = place === 'append' && content.body !== '' ? `${content.body}\n\n${added}` : added;
        const isTooLong = new TextEncoder().encode(body).length > bodyMaximumBytes;
        if (added === '' || isTooLong) {
          const problem = { field: 'body', reason: isTooLong ? 'too_long' : 'required' } as const;
          return refused({ code: 'content_invalid', problems: [problem] });
        }
        return accepted({ ...content, body });
      },
    },
    now,
  );
}
