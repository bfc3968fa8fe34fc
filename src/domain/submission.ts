import { dayInThailand, hasBegun, type Instant, type IsoDate } from './iso-date.ts';

/**
 * What an organisation hands in about an agreement: `evidence` of a deed that is to count toward a commitment, or its
 * `accession`, by which it takes a place among the parties that the sources leave without a name.
 */
export const submissionKinds = ['evidence', 'accession'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

export const submissionActKinds = ['submitted', 'corrected', 'accepted', 'returned', 'reversed'] as const;
export type SubmissionActKind = (typeof submissionActKinds)[number];

/**
 * One step in the life of a submission, recorded once and never changed. `reversed` takes the last decision back;
 * `corrected` brings other facts. After both it waits to be decided again.
 */
export type SubmissionAct<Facts> =
  | { readonly kind: 'submitted' | 'corrected'; readonly on: string; readonly facts: Facts }
  | { readonly kind: 'accepted' | 'returned' | 'reversed'; readonly on: string };

/** `submitted`: waits to be decided. */
export type SubmissionState = 'submitted' | 'accepted' | 'returned';

export type SubmissionStanding<Facts> = { readonly state: SubmissionState; readonly facts: Facts };

/**
 * How a submission stands on a day, from its acts in the order recorded; null before it was handed in. Acts count from
 * their day on.
 * @param day YYYY-MM-DD in Thailand
 */
export function submissionOn<Facts>(
  acts: readonly SubmissionAct<Facts>[],
  day: string,
): SubmissionStanding<Facts> | null {
  let standing: SubmissionStanding<Facts> | null = null;
  for (const act of acts) if (hasBegun(act.on, day)) standing = after(standing, act);
  return standing;
}

function after<Facts>(
  standing: SubmissionStanding<Facts> | null,
  act: SubmissionAct<Facts>,
): SubmissionStanding<Facts> | null {
  switch (act.kind) {
    case 'submitted':
    case 'corrected':
      return { state: 'submitted', facts: act.facts };
    case 'accepted':
    case 'returned':
      return standing && { ...standing, state: act.kind };
    case 'reversed':
      return standing && { ...standing, state: 'submitted' };
    default:
      return act satisfies never;
  }
}

/** What may be done with a submission in a state, by those who decide and by those who handed it in. */
export const nextActs: Readonly<Record<SubmissionState, readonly SubmissionActKind[]>> = {
  submitted: ['accepted', 'returned', 'corrected'],
  accepted: ['reversed', 'corrected'],
  returned: ['reversed', 'corrected'],
};

/** Where a deed is told of, beside the file and the work that show it. */
export type SubmissionSource = { readonly title: string; readonly url: string | null };

/** An act as the register keeps it. */
export type RecordedAct<Facts> = {
  readonly kind: SubmissionActKind;
  /** With `submitted` and `corrected`; null otherwise. */
  readonly facts: Facts | null;
  /** Why it was returned or taken back, or what was corrected. */
  readonly note: string | null;
  /** Null for the command line. */
  readonly userId: number | null;
  readonly userName: string | null;
  /** Slug of the organisation for which it was decided: a hub, or the steward. Null: for the registry. */
  readonly decidedFor: string | null;
  readonly at: Instant;
};

/** A submission as the register keeps it, with all that was ever done with it, in the order recorded. */
export type Submission<Facts> = {
  readonly id: number;
  /** The agreement's own running number, by which it is named in addresses and archives. */
  readonly number: number;
  readonly kind: SubmissionKind;
  /** Id of the commitment; null for an accession. */
  readonly commitment: string | null;
  /** Slug of the organisation whose deed or whose place it is. */
  readonly organisation: string;
  readonly acts: readonly RecordedAct<Facts>[];
};

/** A submission as it was known at a moment; what was done with it later only decides what may still be told of it. */
export type KnownSubmission<Facts> = Submission<Facts> & { readonly later: readonly RecordedAct<Facts>[] };

/** The acts as they count, each from its day in Thailand on. */
export function dayActs<Facts>(
  acts: readonly Pick<RecordedAct<Facts>, 'kind' | 'facts' | 'at'>[],
): readonly SubmissionAct<Facts>[] {
  return acts.map(({ kind, facts, at }) => {
    const on = dayInThailand(at);
    if (kind === 'submitted' || kind === 'corrected') {
      if (facts === null) throw new Error(`an act of kind ${kind} has no facts`);
      return { kind, on, facts };
    }
    return { kind, on };
  });
}

/** How a submission stands now, and since when. */
export function presentStanding<Facts>({
  acts,
}: Pick<Submission<Facts>, 'acts'>): SubmissionStanding<Facts> & { readonly since: Instant } {
  const standing = submissionOn(dayActs(acts), '9999-12-31');
  const since = acts.at(-1)?.at;
  if (standing === null || since === undefined) throw new Error('a submission without acts');
  return { ...standing, since };
}

/**
 * Whether what is said in a submission is still public: it is accepted today with the facts that it had at the moment as
 * of which it is read. Only its numbers stay when it is not.
 */
export function isStillTold<Facts>({ acts, later }: Pick<KnownSubmission<Facts>, 'acts' | 'later'>): boolean {
  const then = presentStanding({ acts });
  const today = presentStanding({ acts: [...acts, ...later] });
  return today.state === 'accepted' && today.facts === then.facts;
}

export type Acceptance = {
  /** The day from which it counts. */
  readonly on: IsoDate;
  /** Slug of the organisation that accepted it; null: the registry. */
  readonly by: string | null;
};

/**
 * How a submission came to count on a day; null when it was not accepted then.
 * @param day YYYY-MM-DD in Thailand
 */
export function acceptanceOn<Facts>(
  { acts }: Pick<Submission<Facts>, 'acts'>,
  day: string,
): Acceptance | null {
  const last = acts.findLast(({ at }) => dayInThailand(at) <= day);
  return last?.kind === 'accepted' ? { on: dayInThailand(last.at), by: last.decidedFor } : null;
}

/** How a submission comes to count now. */
export const presentAcceptance = <Facts>(submission: Pick<Submission<Facts>, 'acts'>): Acceptance | null =>
  acceptanceOn(submission, '9999-12-31');
