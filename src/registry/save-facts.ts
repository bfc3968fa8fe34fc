import type { Connection, Register } from '../../db/connection.ts';
import { findDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import type { Manifest } from '../domain/edition.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { fingerprintOf } from './steps/canonical-manifest.ts';
import { changeDraft } from './steps/change-draft.ts';
import { problemsOf } from './steps/known-references.ts';

export type FactsChange = {
  /** The keys of the manifest that the form holds. */
  readonly keys: readonly (keyof Manifest)[];
  /** What the keys held when the form was opened; see `FactsPage.fingerprintOf`. */
  readonly shown: string;
  readonly change: (content: Manifest) => Result<Manifest>;
};

/**
 * Saves a section of facts, if nobody changed the same facts since the form was opened. The lock is on the section:
 * somebody else's text, or other facts, may have been saved meanwhile, and stay.
 * Refused: `draft_not_found` (also when it is not the actor's to edit), `draft_changed`, `content_invalid`, whose
 * problems name fields of the manifest or what `change` refuses. A refused save changes nothing.
 */
export async function saveFacts(
  register: Register,
  actor: Actor,
  name: WorkName,
  { keys, shown, change }: FactsChange,
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  for (;;) {
    const work = await findWork(register.read, name);
    const draft = work && may(actor, 'edit', work) ? await findDraft(register.read, work.id) : null;
    if (!draft) return refused({ code: 'draft_not_found' });
    if (fingerprintOf(draft.content, keys) !== shown) {
      return refused({ code: 'draft_changed', theirVersion: draft.version });
    }
    const saved = await changeDraft(
      register,
      actor,
      name,
      {
        expectedVersion: draft.version,
        kind: 'saved',
        change: async (content, transaction) => {
          const changed = change(content);
          return changed.ok ? check(transaction, changed.value, keys) : changed;
        },
      },
      now,
    );
    // Somebody saved between the look and the lock: look again. Each turn somebody's save got through.
    if (saved.ok || saved.refusal.code !== 'draft_changed') return saved;
  }
}

/** Every reference of the section must lead somewhere; what other sections lack is theirs to say. */
async function check(
  transaction: Connection,
  manifest: Manifest,
  keys: readonly (keyof Manifest)[],
): Promise<Result<Manifest>> {
  const all = await problemsOf(transaction, manifest);
  const problems = all.flatMap((problem): readonly FieldProblem[] => {
    const isOwn = keys.some((key) => key === problem.field.split('.')[0]);
    if (problem.reason !== 'unknown_source' || !keys.includes('sources')) return isOwn ? [problem] : [];
    // What points at a source that was taken out stands elsewhere; it is said where the source was.
    return [{ field: 'sources', reason: 'source_in_use', found: problem.found ?? '' }];
  });
  return problems.length === 0 ? accepted(manifest) : refused({ code: 'content_invalid', problems });
}
