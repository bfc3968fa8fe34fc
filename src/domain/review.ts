import type { Refusal } from './errors.ts';
import type { Instant } from './iso-date.ts';
import { type Actor, may, type StewardedWork } from './permission.ts';

/** What is done with a draft at one version of it. */
export const draftActKinds = ['submitted', 'returned', 'approved', 'scheduled', 'unscheduled'] as const;
export type DraftActKind = (typeof draftActKinds)[number];

/** A deed of a review, recorded once and never changed. */
export type DraftAct = {
  readonly kind: DraftActKind;
  /** The version of the draft that it was about. */
  readonly version: number;
  /** Why a draft was returned, why personal data may stay, or why a schedule was ended. */
  readonly note: string | null;
  /** When a scheduled draft is to be published; null for every other kind. */
  readonly publishAt: Instant | null;
  readonly userId: number;
  readonly userName: string;
  readonly at: Instant;
};

/** What the rules of a review need of a draft. */
export type ReviewedDraft = { readonly version: number; readonly editedBy: number };

/** Where a draft stands. Nothing of this is stored. */
export type ReviewState =
  | { readonly kind: 'draft' }
  | {
      readonly kind: 'in_review';
      readonly submitted: DraftAct;
      /** What the text was changed after, so that it must be looked at again; null: it was not. */
      readonly changedAfter: 'submitted' | 'approved' | null;
    }
  | { readonly kind: 'returned'; readonly returned: DraftAct }
  | {
      readonly kind: 'approved';
      readonly approved: DraftAct;
      readonly submitted: DraftAct | null;
      readonly schedule: DraftAct | null;
      /** A schedule that was ended without publishing and with a reason; null when there is none. */
      readonly missed: DraftAct | null;
    };

/**
 * Where a draft stands, from what was done with it in the order in which it was done. An approval and a schedule hold
 * for the version they were given to: after any change of the text the draft is in review again.
 * @param acts those of this draft only, not of earlier ones of the work
 */
export function reviewStateOf(draft: { readonly version: number }, acts: readonly DraftAct[]): ReviewState {
  const decision = acts.findLast(({ kind }) => kind !== 'scheduled' && kind !== 'unscheduled');
  const submitted = acts.findLast(({ kind }) => kind === 'submitted') ?? null;
  if (!decision) return { kind: 'draft' };
  if (decision.kind === 'returned') return { kind: 'returned', returned: decision };
  if (decision.kind === 'submitted') {
    const changedAfter = decision.version < draft.version ? 'submitted' : null;
    return { kind: 'in_review', submitted: decision, changedAfter };
  }
  if (decision.version < draft.version) {
    return submitted ? { kind: 'in_review', submitted, changedAfter: 'approved' } : { kind: 'draft' };
  }
  const timing = acts.slice(acts.lastIndexOf(decision) + 1).at(-1) ?? null;
  const schedule = timing?.kind === 'scheduled' ? timing : null;
  const missed = timing?.kind === 'unscheduled' && timing.note !== null ? timing : null;
  return { kind: 'approved', approved: decision, submitted, schedule, missed };
}

/** Whether an organisation asks for two people; the registry's own works have no organisation that could. */
export type ReviewedWork = StewardedWork & { readonly fourEyes: boolean | null };

/**
 * True when a draft is the actor's own: whoever saved this text last, or sent it for review. Under four eyes nobody
 * approves or publishes it, whatever their role.
 */
export function isOwnDraft(actor: Actor, draft: ReviewedDraft, state: ReviewState): boolean {
  if (draft.editedBy === actor.userId) return true;
  return 'submitted' in state && state.submitted?.userId === actor.userId;
}

/** Why an actor may not approve a draft as it stands; null when nothing stands in the way. */
export function whyNotApprove(
  actor: Actor,
  work: ReviewedWork,
  draft: ReviewedDraft,
  review: { readonly state: ReviewState; readonly openRemarks: number },
): Refusal | null {
  if (!may(actor, 'publish', work)) return { code: 'not_permitted' };
  if (work.fourEyes === true && isOwnDraft(actor, draft, review.state)) return { code: 'four_eyes' };
  if (review.openRemarks > 0) return { code: 'remarks_open', count: review.openRemarks };
  if (work.fourEyes === true && review.state.kind !== 'in_review') return { code: 'not_in_review' };
  return null;
}

/**
 * Why an actor may not publish a draft as it stands; null when nothing stands in the way. Under four eyes somebody else
 * than its author has approved exactly this version; otherwise publishing is the approval.
 */
export function whyNotPublish(
  actor: Actor,
  work: ReviewedWork,
  draft: ReviewedDraft,
  review: { readonly state: ReviewState; readonly openRemarks: number },
): Refusal | null {
  if (!may(actor, 'publish', work)) return { code: 'not_permitted' };
  if (work.fourEyes === true && isOwnDraft(actor, draft, review.state)) return { code: 'four_eyes' };
  if (review.openRemarks > 0) return { code: 'remarks_open', count: review.openRemarks };
  if (work.fourEyes === true && review.state.kind !== 'approved') return { code: 'not_approved' };
  return null;
}
