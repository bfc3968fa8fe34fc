import type { AccessionFiling } from './accession.ts';
import type { Assessment } from './assessment.ts';
import { type EvidenceFacts, type EvidenceFiling, factsOfFiling } from './evidence.ts';
import { notStated } from './fact.ts';
import type { Instant } from './iso-date.ts';
import {
  presentStanding,
  type RecordedAct,
  type Submission,
  type SubmissionActKind,
  type SubmissionKind,
} from './submission.ts';

export type Filing = EvidenceFiling | AccessionFiling;

/** An act as it leaves the register in an archive: without who did it, and without the reason. */
export type PublicAct = {
  readonly kind: SubmissionActKind;
  readonly at: Instant;
  /** All that was said, where it is accepted now. */
  readonly facts: Filing | null;
  /** What was counted of evidence that said something else then. */
  readonly counted: EvidenceFacts | null;
  /** Slug of the organisation for which it was decided; null: for the registry, or nothing was decided. */
  readonly decidedFor: string | null;
};

/** What an archive holds of a submission: enough to count every past day again, and nothing that is not public. */
export type PublicSubmission = {
  readonly number: number;
  readonly kind: SubmissionKind;
  readonly commitment: string | null;
  readonly organisation: string;
  readonly acts: readonly PublicAct[];
};

/** An assessment that stands, with the instant at which it was recorded. */
export type PublicAssessment = Omit<Assessment, 'id'> & { readonly at: Instant };

/** What an archive holds of an agreement beside its editions. */
export type PublicDeeds = {
  readonly submissions: readonly PublicSubmission[];
  readonly assessments: readonly PublicAssessment[];
};

/**
 * What may leave the register of a submission; null when it was never accepted, and of an accession that is not
 * accepted now, because only that one counts on any day. A correction that nobody accepted yet is written as
 * `reversed`: what counted before counts no more, and what it says is not public.
 * @param isSame whether two values say the same
 */
export function publicSubmission(
  submission: Submission<Filing>,
  isSame: (a: unknown, b: unknown) => boolean,
): PublicSubmission | null {
  const { number, kind, commitment, organisation, acts } = submission;
  const lastAccepted = acts.findLastIndex((act) => act.kind === 'accepted');
  const { state, facts: present } = presentStanding(submission);
  if (lastAccepted < 0 || (kind === 'accession' && state !== 'accepted')) return null;
  const publicAct = ({ kind: act, at, facts, decidedFor }: RecordedAct<Filing>, index: number): PublicAct => {
    if (facts === null) return { kind: act, at, facts: null, counted: null, decidedFor };
    if (index > lastAccepted) return { kind: 'reversed', at, facts: null, counted: null, decidedFor };
    const isPublic = state === 'accepted' && isSame(facts, present);
    const counted = isPublic ? null : countedOf(facts);
    return { kind: act, at, facts: isPublic ? facts : null, counted, decidedFor };
  };
  return { number, kind, commitment, organisation, acts: acts.map(publicAct) };
}

const countedOf = (facts: Filing): EvidenceFacts | null => ('title' in facts ? factsOfFiling(facts) : null);

/**
 * Whether what an archive tells of a submission is what the register knows of it, as far as both go. An archive may
 * be older than the register, or newer.
 */
export function isOneStory(
  stored: Submission<Filing>,
  archived: PublicSubmission,
  isSame: (a: unknown, b: unknown) => boolean,
): boolean {
  const isSameAct = (act: RecordedAct<Filing>, { kind, at, facts, counted }: PublicAct): boolean =>
    act.at === at &&
    (act.kind === kind || (kind === 'reversed' && act.kind === 'corrected')) &&
    (facts === null || isSame(act.facts, facts)) &&
    (counted === null || (act.facts !== null && isSame(countedOf(act.facts), counted)));
  return (
    stored.kind === archived.kind &&
    stored.commitment === archived.commitment &&
    stored.organisation === archived.organisation &&
    stored.acts.every((act, index) => {
      const told = archived.acts[index];
      return told === undefined || isSameAct(act, told);
    })
  );
}

/** The facts with which an act of an archive enters the register; what was not public stays unsaid. */
export function filingOf({ acts, kind }: PublicSubmission, act: PublicAct): Filing | null {
  if (act.facts !== null) return act.facts;
  if (act.kind !== 'submitted' && act.kind !== 'corrected') return null;
  if (act.counted !== null) return unsaid(act.counted);
  const present = acts.findLast(({ facts }) => facts !== null)?.facts;
  if (kind === 'evidence' || !present || !('role' in present)) throw new Error('an act without facts');
  return { ...present, date: notStated, file: null, source: null, note: null };
}

const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const;

const unsaid = ({ doneOn, place, amount }: EvidenceFacts): EvidenceFiling => ({
  title: '',
  date: {
    start: doneOn,
    end: null,
    precision: precisions[doneOn.length as keyof typeof precisions],
    textAsWritten: null,
    isInferred: false,
  },
  ...{ place, amount, source: null, work: null, file: null, note: null },
});

/** True of facts that came with an archive in which they were not public: they are corrected before they are accepted. */
export const isUnsaid = (facts: Filing): boolean => 'title' in facts && facts.title === '';
