import { writeAudit } from '../../../db/audit.ts';
import type { Connection } from '../../../db/connection.ts';
import { insertDraftAct } from '../../../db/draft-acts.ts';
import { deleteDraft } from '../../../db/drafts.ts';
import { findEdition, lastEditionNumber, listEditions } from '../../../db/editions.ts';
import { mapOrganisationIds } from '../../../db/organisations.ts';
import { findPublication, insertPublication } from '../../../db/publications.ts';
import { findWork } from '../../../db/works.ts';
import type { Manifest } from '../../domain/edition.ts';
import type { Instant } from '../../domain/iso-date.ts';
import { type Actor, may } from '../../domain/permission.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import { whyNotPublish } from '../../domain/review.ts';
import { currentEdition } from '../../domain/succession.ts';
import type { WorkName } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';
import { sameJson } from './canonical-manifest.ts';
import { obstaclesOf, unsettled } from './publishing-findings.ts';
import { type DraftReview, readReview } from './read-review.ts';
import { storeCommitmentsOf } from './store-commitments.ts';
import { storeEdition } from './store-edition.ts';

export type PublishedDraft = { readonly number: number; readonly sha256: string };

export type Publishing = {
  readonly name: WorkName;
  /** The version of the draft that was looked at. */
  readonly expectedVersion: number;
  /** Why personal data that was found may stay; null when nobody has said so. */
  readonly personalDataReason: string | null;
  /** For what moment it was scheduled; null when somebody publishes it now. */
  readonly scheduledFor: Instant | null;
};

/** Publishes a draft in the transaction of its caller, see the verb `publishEdition`. */
export async function publishDraft(
  transaction: Connection,
  actor: Actor,
  publishing: Publishing,
  now: Instant,
): Promise<Result<PublishedDraft>> {
  const { name, expectedVersion } = publishing;
  const work = await findWork(transaction, name);
  if (!work || !may(actor, 'read_draft', work)) return refused({ code: 'draft_not_found' });
  if (may(actor, 'publish', work)) {
    const before = await findPublication(transaction, work.id, expectedVersion);
    if (before) return accepted(before);
  }
  const review = await readReview(transaction, actor, name, 'read_draft');
  if (!review) return refused({ code: 'draft_not_found' });
  if (!may(actor, 'publish', work)) return refused({ code: 'not_permitted' });
  const { draft } = review;
  if (draft.version !== expectedVersion) {
    return refused({ code: 'draft_changed', theirVersion: draft.version });
  }
  const refusal = whyNotPublish(actor, work, draft, review);
  if (refusal) return refused(refusal);
  const manifest: Manifest = {
    ...draft.content,
    edition: (await lastEditionNumber(transaction, work.id)) + 1,
  };
  const reason = settledReason(review, publishing);
  const obstacles = await obstaclesOf(transaction, manifest);
  const problems = unsettled(obstacles, reason);
  if (problems.length > 0) return refused({ code: 'content_invalid', problems });
  if (await saysNothingNew(transaction, work.id, manifest)) return refused({ code: 'nothing_changed' });
  const noted = obstacles.personalData.length > 0 ? reason : null;
  return accepted(await store(transaction, actor, review, { ...publishing, manifest, noted }, now));
}

/** The reason with which the approval let personal data stay; where publishing is the approval, the one given now. */
const settledReason = ({ state }: DraftReview, { personalDataReason }: Publishing): string | null =>
  state.kind === 'approved' && state.approved.note !== null ? state.approved.note : personalDataReason;

async function store(
  transaction: Connection,
  actor: Actor,
  { work, draft, state }: DraftReview,
  publishing: Publishing & { readonly manifest: Manifest; readonly noted: string | null },
  now: Instant,
): Promise<PublishedDraft> {
  const { name, manifest, noted, scheduledFor } = publishing;
  const { version } = draft;
  const { userId } = actor;
  if (state.kind !== 'approved') {
    const act = { kind: 'approved', version, note: noted, publishAt: null, userId, at: now } as const;
    await insertDraftAct(transaction, work.id, act);
  }
  const number = manifest.edition;
  const organisationIds = await mapOrganisationIds(transaction);
  const edition = { workId: work.id, manifest, publishedAt: now, organisationIds };
  const sha256 = await storeEdition(transaction, edition);
  await storeCommitmentsOf(transaction, work, now);
  const approvedBy = state.kind === 'approved' ? state.approved.userId : userId;
  await insertPublication(transaction, {
    workId: work.id,
    number,
    draftVersion: version,
    publishedBy: userId,
    approvedBy,
  });
  if (!(await deleteDraft(transaction, draft.id, version))) {
    throw new Error('the draft changed inside its own transaction');
  }
  const subject = `${name.type}/${name.slug}`;
  const details = {
    number,
    sha256,
    version,
    approvedBy,
    ...(noted !== null && { personalDataReason: noted }),
    ...(scheduledFor !== null && { scheduledFor }),
  };
  await writeAudit(transaction, { userId, action: 'edition.published', subject, details }, now);
  return { number, sha256 };
}

/** True when the manifest differs from the current edition in nothing but the account of the change. */
async function saysNothingNew(transaction: Connection, workId: number, manifest: Manifest): Promise<boolean> {
  const current = currentEdition(datedEditions(await listEditions(transaction, workId)));
  const before = current === null ? null : await findEdition(transaction, workId, current);
  if (!before) return false;
  const { edition, changeKind, changeNote } = manifest;
  const carried: Manifest = { ...before.manifest, edition, changeKind, changeNote };
  // Key by key, because the first difference is enough and most of a large manifest stays as it was.
  const keys = new Set([...Object.keys(carried), ...Object.keys(manifest)]) as Set<keyof Manifest>;
  return [...keys].every((key) => sameJson(carried[key], manifest[key]));
}
