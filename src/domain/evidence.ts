import { hasBegun } from './timeline.ts';

/** What is said of a deed; a correction replaces all of it. */
export type EvidenceFacts = {
  /** When it was done: ISO date of the common era, as exact as it is known. */
  readonly doneOn: string;
  /** Official code of the place it was done for; null when not stated. */
  readonly place: string | null;
  /** How many of the commitment's units it is. */
  readonly amount: number;
};

/**
 * One step in the life of a piece of evidence, recorded once and never changed. `reversed` takes the last decision
 * back; `corrected` brings other facts. After both it waits to be decided again.
 */
export type EvidenceAct =
  | { readonly kind: 'submitted' | 'corrected'; readonly on: string; readonly facts: EvidenceFacts }
  | { readonly kind: 'accepted' | 'returned' | 'reversed'; readonly on: string };

/** A deed that is to count toward a commitment, with everything that was decided about it, in the order recorded. */
export type Evidence = {
  readonly id: string;
  /** Id of the commitment. */
  readonly commitment: string;
  /** Slug of the organisation whose deed it is. */
  readonly organisation: string;
  readonly acts: readonly EvidenceAct[];
};

export type EvidenceState = 'submitted' | 'accepted' | 'returned';

export type StandingEvidence = {
  readonly id: string;
  readonly organisation: string;
  readonly state: EvidenceState;
  readonly facts: EvidenceFacts;
};

/**
 * How a piece of evidence stands on a day; null before it was submitted. Acts count from their day on, whenever the
 * deed itself was done.
 * @param day YYYY-MM-DD in Thailand
 */
export function evidenceOn({ id, organisation, acts }: Evidence, day: string): StandingEvidence | null {
  const standing = acts.filter((act) => hasBegun(act.on, day)).reduce<Standing | null>(after, null);
  return standing && { id, organisation, ...standing };
}

type Standing = Pick<StandingEvidence, 'state' | 'facts'>;

function after(standing: Standing | null, act: EvidenceAct): Standing | null {
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
