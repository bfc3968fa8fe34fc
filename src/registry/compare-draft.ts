import type { Register } from '../../db/connection.ts';
import { findDraft } from '../../db/drafts.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import { type ComparisonPage, describeComparison } from './steps/describe-comparison.ts';

/**
 * Compares the current edition of a work with its draft, for those who may read the draft.
 * Refused: `draft_not_found`, also when it is not the actor's to read; `work_not_found` when the work has no edition
 * yet to compare with.
 */
export async function compareDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
): Promise<Result<ComparisonPage>> {
  const { read } = register;
  const work = await findWork(read, name);
  const draft = work && may(actor, 'read_draft', work) ? await findDraft(read, work.id) : null;
  if (!work || !draft) return refused({ code: 'draft_not_found' });
  const number = currentEdition(datedEditions(await listEditions(read, work.id)));
  const current = number === null ? null : await findEdition(read, work.id, number);
  if (!current) return refused({ code: 'work_not_found' });
  const { manifest, sha256, publishedAt } = current;
  return accepted(
    await describeComparison(
      read,
      name,
      { manifest, published: { sha256, at: publishedAt } },
      { manifest: draft.content, published: null },
    ),
  );
}
