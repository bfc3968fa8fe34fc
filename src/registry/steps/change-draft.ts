import { writeAudit } from '../../../db/audit.ts';
import type { Connection, Register } from '../../../db/connection.ts';
import {
  confirmRevision,
  deleteAutosaved,
  listRevisions,
  type RevisionEntry,
  type RevisionKind,
} from '../../../db/draft-revisions.ts';
import { findDraft, type StoredDraft, updateDraft } from '../../../db/drafts.ts';
import { findWork } from '../../../db/works.ts';
import type { Manifest } from '../../domain/edition.ts';
import type { Instant } from '../../domain/iso-date.ts';
import { type Actor, may } from '../../domain/permission.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { WorkName } from '../../domain/work.ts';
import { sameJson } from './canonical-manifest.ts';

export type DraftChange = {
  /** The version that the officer saw. */
  readonly expectedVersion: number;
  readonly kind: Exclude<RevisionKind, 'opened'>;
  /** Makes the new content of the present one, inside the transaction; refused, nothing is stored. */
  readonly change: (
    content: Manifest,
    transaction: Connection,
  ) => Result<Manifest> | Promise<Result<Manifest>>;
};

/**
 * The one way in which the content of an open draft changes: the right to it, the optimistic lock, the next revision
 * and the audit in one transaction. A change to what is there already is none: the version stays, and so does who
 * edited last, which four eyes ask for. What saves itself while somebody types is told by the revisions alone.
 * @returns the version that now holds the new content
 * Refused: `draft_not_found` (also when it is not the actor's to edit), `draft_changed`, and what `change` refuses.
 */
export function changeDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  { expectedVersion, kind, change }: DraftChange,
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  return register.write(async (transaction) => {
    const work = await findWork(transaction, name);
    const draft = work && may(actor, 'edit', work) ? await findDraft(transaction, work.id) : null;
    if (!draft) return refused({ code: 'draft_not_found' });
    const changed: Result<never> = refused({ code: 'draft_changed', theirVersion: draft.version });
    if (draft.version !== expectedVersion) return changed;
    const content = await change(draft.content, transaction);
    if (!content.ok) return content;
    const { id, workId } = draft;
    const isSame = sameJson(content.value, draft.content);
    const version = isSame ? expectedVersion : expectedVersion + 1;
    if (isSame) {
      const isNews = kind !== 'autosaved' && (await confirmRevision(transaction, workId, version));
      if (!isNews) return accepted({ version });
    } else {
      const next = { content: content.value, userId: actor.userId, at: now };
      if (!(await updateDraft(transaction, { id, workId, expectedVersion, kind, ...next }))) return changed;
      if (kind === 'autosaved') await thinOut(transaction, draft);
    }
    if (kind !== 'autosaved') {
      const subject = `${name.type}/${name.slug}`;
      const entry = { userId: actor.userId, action: `draft.${kind}`, subject, details: { version } };
      await writeAudit(transaction, entry, now);
    }
    return accepted({ version });
  });
}

/** Of what saves itself while one person types, one revision in so many milliseconds is kept, and the newest. */
const keptEvery = 300_000;

/** Removes the revision before the newest when it saved itself and stands close between two of the same person. */
async function thinOut(transaction: Connection, { workId }: StoredDraft): Promise<void> {
  const [newest, between, kept] = await listRevisions(transaction, workId, 3);
  if (newest && between && kept && isDispensable(newest, between, kept)) {
    await deleteAutosaved(transaction, workId, between.version);
  }
}

const isDispensable = (newest: RevisionEntry, between: RevisionEntry, kept: RevisionEntry): boolean =>
  between.kind === 'autosaved' &&
  [newest, kept].every(({ userId }) => userId === between.userId) &&
  Date.parse(newest.at) - Date.parse(kept.at) < keptEvery;
