import type { Register } from '../../db/connection.ts';
import { findDraft, type StoredDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import type { Manifest } from '../domain/edition.ts';
import { type Actor, may } from '../domain/permission.ts';
import type { Provision } from '../domain/provision.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';
import { fingerprintOf } from './steps/canonical-manifest.ts';

export type FactsPage = {
  readonly work: WorkName;
  readonly draft: StoredDraft;
  /** The provisions of the draft's text. */
  readonly provisions: readonly Provision[];
  /** Changes when any of the keys does, by whichever page of the desk. */
  readonly fingerprintOf: (keys: readonly (keyof Manifest)[]) => string;
};

/** Opens the draft of a work for its facts. Refused: `draft_not_found`, also when it is not the actor's to read. */
export async function openFacts(
  { read }: Register,
  actor: Actor,
  name: WorkName,
): Promise<Result<FactsPage>> {
  const work = await findWork(read, name);
  const draft = work && may(actor, 'read_draft', work) ? await findDraft(read, work.id) : null;
  if (!draft) return refused({ code: 'draft_not_found' });
  return accepted({
    work: name,
    draft,
    provisions: renderBody(draft.content.body).provisions,
    fingerprintOf: (keys) => fingerprintOf(draft.content, keys),
  });
}
