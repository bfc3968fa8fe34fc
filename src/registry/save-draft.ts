import type { Register } from '../../db/connection.ts';
import { applyFields, type DraftFields } from '../domain/draft.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import type { Result } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { changeText } from './steps/change-text.ts';

/**
 * Saves what the form of the text says, if nobody saved another text since the form was opened.
 * @param save.expectedVersion the version the form was opened with
 * @returns the version that now holds what the form says
 * Refused: `draft_not_found` (also when it is not the actor's to edit), `draft_changed`,
 * `content_invalid`. A refused save changes nothing.
 */
export const saveDraft = (
  register: Register,
  actor: Actor,
  name: WorkName,
  save: { readonly expectedVersion: number; readonly fields: DraftFields },
  now: Instant,
): Promise<Result<{ readonly version: number }>> =>
  changeText(
    register,
    actor,
    name,
    {
      expectedVersion: save.expectedVersion,
      kind: 'saved',
      change: (content) => applyFields(content, save.fields),
    },
    now,
  );
