import type { Register } from '../../db/connection.ts';
import { applyGoodFields, type DraftFields } from '../domain/draft.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { changeText } from './steps/change-text.ts';

/**
 * Saves a text while it is being typed, if nobody saved another text since. A field that cannot be stored as it is, such as one
 * that is too long, keeps nothing else from being saved.
 * @param save.expectedVersion the version the typing began from
 * @returns the version that now holds the text, and the fields that are not in it yet, with the reasons
 * Refused: `draft_not_found` (also when it is not the actor's to edit), `draft_changed`. A refused save changes nothing.
 */
export async function autosaveDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  save: { readonly expectedVersion: number; readonly fields: DraftFields },
  now: Instant,
): Promise<Result<{ readonly version: number; readonly problems: readonly FieldProblem[] }>> {
  let problems: readonly FieldProblem[] = [];
  const saved = await changeText(
    register,
    actor,
    name,
    {
      expectedVersion: save.expectedVersion,
      kind: 'autosaved',
      change: (content) => {
        const applied = applyGoodFields(content, save.fields);
        problems = applied.problems;
        return accepted(applied.content);
      },
    },
    now,
  );
  return saved.ok ? accepted({ ...saved.value, problems }) : saved;
}
