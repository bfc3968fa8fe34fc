import type { Register } from '../../db/connection.ts';
import { findRevision } from '../../db/draft-revisions.ts';
import { findDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { type ComparisonPage, describeComparison } from './steps/describe-comparison.ts';

/** What became of a draft since somebody looked at it. */
export type ChangedSince = {
  readonly editedByName: string;
  readonly editedAt: Instant;
  readonly comparison: ComparisonPage;
};

/**
 * Compares what a draft held at a version with what it holds now, for a form that was opened on the older one.
 * @param version that the form was opened with; where it is not kept any more, the newest kept one before it counts
 * Refused: `draft_not_found`, also when it is not the actor's to read; `revision_not_found` for a version that never was.
 */
export async function compareSince(
  { read }: Register,
  actor: Actor,
  name: WorkName,
  version: number,
): Promise<Result<ChangedSince>> {
  const work = await findWork(read, name);
  const draft = work && may(actor, 'read_draft', work) ? await findDraft(read, work.id) : null;
  if (!draft) return refused({ code: 'draft_not_found' });
  const base = version < draft.version ? await findRevision(read, draft.workId, version) : null;
  if (!base) return refused({ code: 'revision_not_found' });
  const comparison = await describeComparison(
    read,
    name,
    { manifest: base.content, published: null },
    { manifest: draft.content, published: null },
  );
  return accepted({ editedByName: draft.editedByName, editedAt: draft.editedAt, comparison });
}
