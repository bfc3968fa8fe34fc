import type { Connection, Register } from '../../db/connection.ts';
import { findRevision } from '../../db/draft-revisions.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import type { Refusal } from '../domain/errors.ts';
import { type Actor, may } from '../domain/permission.ts';
import type { Provision } from '../domain/provision.ts';
import type { Advice } from '../domain/publishing-checks.ts';
import { isOpen, maySettle, type Remark } from '../domain/remark.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { whyNotApprove, whyNotPublish } from '../domain/review.ts';
import { currentEdition } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import { renderBody } from '../render/render-markdown.ts';
import { type ComparisonPage, describeComparison } from './steps/describe-comparison.ts';
import { adviceOf, type Obstacles, obstaclesOf } from './steps/publishing-findings.ts';
import { type DraftReview, readReview } from './steps/read-review.ts';

/** A remark where it stands in the text as it is now. */
export type PlacedRemark = Remark & {
  readonly isOpen: boolean;
  readonly maySettle: boolean;
  /** The provision it is about; null for the whole, and when the provision is gone. */
  readonly provision: Provision | null;
  /** What became of the words it is about since. */
  readonly since: 'same' | 'changed' | 'gone';
};

export type ReviewPage = Omit<DraftReview, 'work' | 'remarks'> & {
  readonly work: WorkName;
  /** Null for works of the registry, which ask for nobody else. */
  readonly fourEyes: boolean | null;
  readonly remarks: readonly PlacedRemark[];
  readonly provisions: readonly Provision[];
  /** The text as rendered, and what differs from the current edition; no comparison for a first edition. */
  readonly html: string;
  readonly comparison: ComparisonPage | null;
  readonly mayPublish: boolean;
  readonly whyNotApprove: Refusal | null;
  readonly whyNotPublish: Refusal | null;
  readonly obstacles: Obstacles;
  readonly advice: readonly Advice[];
};

/** Opens the review of a draft. Refused: `draft_not_found`, also when it is not the actor's to read. */
export async function openReview(
  register: Register,
  actor: Actor,
  name: WorkName,
): Promise<Result<ReviewPage>> {
  const { read } = register;
  const review = await readReview(read, actor, name, 'read_draft');
  if (!review) return refused({ code: 'draft_not_found' });
  const { work, draft } = review;
  const { html, provisions } = renderBody(draft.content.body);
  return accepted({
    ...review,
    work: name,
    fourEyes: work.fourEyes,
    remarks: await placeRemarks(read, actor, review, provisions),
    provisions,
    html,
    comparison: await compareWithCurrent(read, review),
    mayPublish: may(actor, 'publish', work),
    whyNotApprove: whyNotApprove(actor, work, draft, review),
    whyNotPublish: whyNotPublish(actor, work, draft, review),
    obstacles: await obstaclesOf(read, draft.content),
    advice: await adviceOf(read, draft.content),
  });
}

async function compareWithCurrent(
  read: Connection,
  { work, draft }: DraftReview,
): Promise<ComparisonPage | null> {
  const number = currentEdition(datedEditions(await listEditions(read, work.id)));
  const current = number === null ? null : await findEdition(read, work.id, number);
  if (!current) return null;
  const { manifest, sha256, publishedAt } = current;
  const before = { manifest, published: { sha256, at: publishedAt } };
  const { type, slug } = work;
  return describeComparison(read, { type, slug }, before, { manifest: draft.content, published: null });
}

async function placeRemarks(
  read: Connection,
  actor: Actor,
  { work, draft, remarks }: DraftReview,
  provisions: readonly Provision[],
): Promise<readonly PlacedRemark[]> {
  const textsRead = new Map<number, readonly Provision[]>([[draft.version, provisions]]);
  for (const { version } of remarks) {
    if (textsRead.has(version)) continue;
    const revision = await findRevision(read, work.id, version);
    textsRead.set(version, revision ? renderBody(revision.content.body).provisions : []);
  }
  return remarks.map((remark) => {
    const find = (from: readonly Provision[]) => from.find(({ eid }) => eid === remark.eid) ?? null;
    const provision = find(provisions);
    const then = find(textsRead.get(remark.version) ?? []);
    const isSame = provision?.text === then?.text && provision?.heading === then?.heading;
    const since = remark.eid !== null && provision === null ? 'gone' : isSame ? 'same' : 'changed';
    return { ...remark, isOpen: isOpen(remark), maySettle: maySettle(actor, work, remark), provision, since };
  });
}
