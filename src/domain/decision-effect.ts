import { type AccessionFiling, acceptedParties } from './accession.ts';
import { type CommitmentProgress, commitmentProgress, type Promised } from './commitment-progress.ts';
import type { Claim, Commitment } from './edition.ts';
import { countableEvidence, type EvidenceFiling } from './evidence.ts';
import type { Instant, IsoDate } from './iso-date.ts';
import type { OrganisationSuccession } from './organisation-succession.ts';
import { type PartyEdition, partyTable } from './party-table.ts';
import { type KnownSubmission, presentStanding, type RecordedAct, type Submission } from './submission.ts';

/** One number that a decision would change. */
export type CountChange = {
  readonly scope: Commitment['scope'][number];
  /** Slug of the party or code of the place; null where everything is counted together. */
  readonly unit: string | null;
  readonly before: number;
  readonly after: number;
};

/** What would change if evidence that waits were accepted, or if the decision about it were taken back. */
export type EvidenceEffect = {
  readonly kind: 'evidence';
  readonly before: CommitmentProgress['state'];
  readonly after: CommitmentProgress['state'];
  readonly changes: readonly CountChange[];
};

/** The same of an accession: how many parties are named. */
export type AccessionEffect = {
  readonly kind: 'accession';
  readonly named: { readonly before: number; readonly after: number };
  /** Numbers that sources claim, beside what would be named. */
  readonly claims: readonly { readonly claim: Claim; readonly before: number; readonly after: number }[];
};

/** The submission after the decision that changes a count: accepted when it waits, reversed when it is accepted. */
function decided<Facts>(submission: KnownSubmission<Facts>, at: Instant): KnownSubmission<Facts> {
  const kind = presentStanding(submission).state === 'accepted' ? 'reversed' : 'accepted';
  const last = submission.acts.at(-1);
  if (last === undefined) throw new Error('a submission without acts');
  const act: RecordedAct<Facts> = { ...last, kind, facts: null, note: null, userId: null, at };
  return { ...submission, acts: [...submission.acts, act] };
}

/** What deciding about one of these pieces of evidence would change in the count of its commitment. */
export function evidenceEffect(
  promised: Promised,
  evidence: readonly Submission<EvidenceFiling>[],
  submission: KnownSubmission<EvidenceFiling>,
  { day, now }: { readonly day: IsoDate; readonly now: Instant },
): EvidenceEffect {
  const countAll = (all: readonly Submission<EvidenceFiling>[]) =>
    commitmentProgress(promised, all.map(countableEvidence), day);
  const before = countAll(evidence);
  const after = countAll(
    evidence.map((one) => (one.number === submission.number ? decided(submission, now) : one)),
  );
  const changes = before.readings.flatMap(({ scope, units }, position) =>
    units.flatMap(({ unit, count }): readonly CountChange[] => {
      const then = after.readings[position]?.units.find((one) => one.unit === unit)?.count ?? count;
      return then === count ? [] : [{ scope, unit, before: count, after: then }];
    }),
  );
  return { kind: 'evidence', before: before.state, after: after.state, changes };
}

/** What deciding about an accession would change in the table of parties. */
export function accessionEffect(
  edition: PartyEdition,
  successions: readonly OrganisationSuccession[],
  submission: KnownSubmission<AccessionFiling>,
  { day, now }: { readonly day: IsoDate; readonly now: Instant },
): AccessionEffect {
  const others = edition.parties.filter(({ accession }) => accession !== submission.number);
  const parties = [...others, ...acceptedParties([decided(submission, now)])];
  const before = partyTable(edition, successions, day);
  const after = partyTable({ ...edition, parties }, successions, day);
  return {
    kind: 'accession',
    named: { before: before.total.named, after: after.total.named },
    claims: before.claims.map(({ claim, named }, position) => ({
      claim,
      before: named,
      after: after.claims[position]?.named ?? named,
    })),
  };
}
