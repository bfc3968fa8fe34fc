import type { Register } from '../../db/connection.ts';
import { findRevision, listRevisions, type Revision, type RevisionEntry } from '../../db/draft-revisions.ts';
import { findDraft, type StoredDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { type ComparisonPage, describeComparison } from './steps/describe-comparison.ts';

export type DraftHistory = {
  readonly work: WorkName;
  readonly draft: StoredDraft;
  /** What this draft held, the newest first: every save, and of what saved itself one in five minutes. */
  readonly revisions: readonly RevisionEntry[];
  /** One of them, beside what the draft holds now; null when none was asked for. */
  readonly opened: { readonly revision: Revision; readonly comparison: ComparisonPage } | null;
};

/** The most revisions that are listed. */
const listedMaximum = 1000;

/**
 * Lists what an open draft held before, and opens one of it.
 * @param version of the revision to open; null for the list alone
 * Refused: `draft_not_found`, also when it is not the actor's to read; `revision_not_found`.
 */
export async function openDraftHistory(
  register: Register,
  actor: Actor,
  name: WorkName,
  version: number | null,
): Promise<Result<DraftHistory>> {
  const { read } = register;
  const work = await findWork(read, name);
  const draft = work && may(actor, 'read_draft', work) ? await findDraft(read, work.id) : null;
  if (!draft) return refused({ code: 'draft_not_found' });
  const all = await listRevisions(read, draft.workId, listedMaximum);
  const first = all.findIndex(({ kind }) => kind === 'opened');
  const revisions = first < 0 ? all : all.slice(0, first + 1);
  if (version === null) return accepted({ work: name, draft, revisions, opened: null });
  const isListed = revisions.some((one) => one.version === version);
  const revision = isListed ? await findRevision(read, draft.workId, version) : null;
  if (!revision) return refused({ code: 'revision_not_found' });
  const comparison = await describeComparison(
    read,
    name,
    { manifest: revision.content, published: null },
    { manifest: draft.content, published: null },
  );
  return accepted({ work: name, draft, revisions, opened: { revision, comparison } });
}
