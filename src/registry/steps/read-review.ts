import type { Connection } from '../../../db/connection.ts';
import { listDraftActs } from '../../../db/draft-acts.ts';
import { findDraft, type StoredDraft } from '../../../db/drafts.ts';
import { listRemarks } from '../../../db/remarks.ts';
import { findWork, type StoredWork } from '../../../db/works.ts';
import { type Actor, may, type WorkAction } from '../../domain/permission.ts';
import { isOpen, type Remark } from '../../domain/remark.ts';
import { type DraftAct, type ReviewState, reviewStateOf } from '../../domain/review.ts';
import type { WorkName } from '../../domain/work.ts';

/** An open draft with what was said of it and done with it. */
export type DraftReview = {
  readonly work: StoredWork;
  readonly draft: StoredDraft;
  readonly acts: readonly DraftAct[];
  readonly state: ReviewState;
  readonly remarks: readonly Remark[];
  readonly openRemarks: number;
};

/** The review of the draft that is open; null when there is none, or when the actor may not do this with it. */
export async function readReview(
  connection: Connection,
  actor: Actor,
  name: WorkName,
  action: WorkAction,
): Promise<DraftReview | null> {
  const work = await findWork(connection, name);
  const draft = work && may(actor, action, work) ? await findDraft(connection, work.id) : null;
  if (!work || !draft) return null;
  const acts = await listDraftActs(connection, work.id);
  const remarks = await listRemarks(connection, work.id);
  return {
    work,
    draft,
    acts,
    state: reviewStateOf(draft, acts),
    remarks,
    openRemarks: remarks.filter(isOpen).length,
  };
}
