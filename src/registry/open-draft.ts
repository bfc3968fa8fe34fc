import type { Register } from '../../db/connection.ts';
import { findDraft, type StoredDraft } from '../../db/drafts.ts';
import { listEditions } from '../../db/editions.ts';
import { findPlaceChains } from '../../db/places.ts';
import { findWork } from '../../db/works.ts';
import { type Actor, may } from '../domain/permission.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';

export type DraftPage = {
  readonly work: WorkName;
  readonly draft: StoredDraft;
  readonly places: readonly PlaceChain[];
  readonly mayPublish: boolean;
  /** True when somebody else must approve the text before it is published. */
  readonly needsReview: boolean;
  /** Number of the edition readers see, which stays when the draft is discarded; null: there is none. */
  readonly currentNumber: number | null;
};

/** Opens the draft of a work. Refused: `draft_not_found`, also when it is not the actor's to read. */
export async function openDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
): Promise<Result<DraftPage>> {
  const { read } = register;
  const work = await findWork(read, name);
  const draft = work && may(actor, 'read_draft', work) ? await findDraft(read, work.id) : null;
  if (!work || !draft) return refused({ code: 'draft_not_found' });
  const chains = await findPlaceChains(read, draft.content.places);
  const editions = await listEditions(read, work.id);
  return accepted({
    work: name,
    draft,
    places: [...chains.values()],
    mayPublish: may(actor, 'publish', work),
    needsReview: work.fourEyes === true,
    currentNumber: currentEdition(datedEditions(editions)),
  });
}
