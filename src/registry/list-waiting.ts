import type { Register } from '../../db/connection.ts';
import { listReviewedDrafts } from '../../db/draft-acts.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, isRegistrar, may } from '../domain/permission.ts';
import { isOwnDraft, type ReviewState } from '../domain/review.ts';
import type { WorkName } from '../domain/work.ts';
import { readReview } from './steps/read-review.ts';

/** What a draft waits for. */
export const waitingKinds = [
  'to_review',
  'returned',
  'to_publish',
  'missed',
  'scheduled',
  'remarks',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export type WaitingDraft = WorkName & {
  readonly title: string;
  readonly kind: WaitingKind;
  readonly openRemarks: number;
  /** Who did the last thing that counts, and when. */
  readonly by: string;
  readonly at: Instant;
  /** When it will be published by itself; null for all but `scheduled`. */
  readonly publishAt: Instant | null;
};

/** The drafts that wait for this person: to be reviewed, changed, published, or looked at. */
export async function listWaiting(register: Register, actor: Actor): Promise<readonly WaitingDraft[]> {
  const { read } = register;
  const stewards = isRegistrar(actor)
    ? null
    : actor.memberships.flatMap((membership) => membership.organisation ?? []);
  const waiting: WaitingDraft[] = [];
  for (const name of await listReviewedDrafts(read, stewards, mostDrafts)) {
    const review = await readReview(read, actor, name, 'read_draft');
    if (!review) continue;
    const { work, draft, state, openRemarks } = review;
    const last = state.kind === 'draft' ? null : lastOf(state);
    const about = {
      ...name,
      title: draft.content.title,
      openRemarks,
      by: last?.userName ?? draft.editedByName,
      at: last?.at ?? draft.editedAt,
      publishAt: state.kind === 'approved' ? (state.schedule?.publishAt ?? null) : null,
    };
    const isMine = isOwnDraft(actor, draft, state) && work.fourEyes === true;
    const kind = kindFor(state, may(actor, 'publish', work) && !isMine);
    if (kind) waiting.push({ ...about, kind });
    else if (openRemarks > 0) waiting.push({ ...about, kind: 'remarks' });
  }
  return waiting.sort((a, b) => waitingKinds.indexOf(a.kind) - waitingKinds.indexOf(b.kind));
}

/** More drafts under review than one officer could look through. */
const mostDrafts = 100;

function lastOf(state: Exclude<ReviewState, { readonly kind: 'draft' }>) {
  switch (state.kind) {
    case 'in_review':
      return state.submitted;
    case 'returned':
      return state.returned;
    case 'approved':
      return state.schedule ?? state.missed ?? state.approved;
    default:
      return state satisfies never;
  }
}

function kindFor(state: ReviewState, mayDecide: boolean): WaitingKind | null {
  switch (state.kind) {
    case 'draft':
      return null;
    case 'in_review':
      return mayDecide ? 'to_review' : null;
    case 'returned':
      return 'returned';
    case 'approved':
      if (state.schedule) return 'scheduled';
      if (state.missed) return 'missed';
      return mayDecide ? 'to_publish' : null;
    default:
      return state satisfies never;
  }
}
