import type { AccessionFiling } from '../domain/accession.ts';
import type { EvidenceFiling } from '../domain/evidence.ts';
import { given } from '../domain/fact.ts';
import type { Filing, PublicAssessment } from '../domain/public-submission.ts';
import type { RecordedAct, SubmissionActKind } from '../domain/submission.ts';
import type { Random } from './random.ts';
import {
  commitmentId,
  commitmentsPerAgreement,
  dayOf,
  evidenceOf,
  partyNumbers,
  signedOn,
} from './test-agreement.ts';
import { organisationsFor, placeOf, testOrganisationSlug } from './test-organisations.ts';

/** Something handed in about a test agreement, with what was done with it; by nobody. */
export type TestSubmission = {
  readonly number: number;
  readonly kind: 'evidence' | 'accession';
  readonly commitment: string | null;
  readonly organisation: string;
  readonly acts: readonly Pick<RecordedAct<Filing>, 'kind' | 'facts' | 'at'>[];
};

export type TestDeeds = {
  readonly submissions: readonly TestSubmission[];
  readonly assessments: readonly PublicAssessment[];
};

/** What is done with evidence after it was handed in: of a hundred pieces eighty are accepted. */
const fates: readonly (readonly [upTo: number, acts: readonly SubmissionActKind[]])[] = [
  [80, ['accepted']],
  [88, []],
  [93, ['returned']],
  [96, ['accepted', 'reversed']],
  [98, ['returned', 'corrected', 'accepted']],
  [100, ['accepted', 'corrected', 'accepted']],
];

/** The evidence, accessions and assessments of a generated agreement, the same for the same seed. */
export function testDeeds(
  index: number,
  works: number,
  places: readonly string[],
  random: Random,
): TestDeeds {
  const parties = partyNumbers(index, works);
  const evidence = Array.from({ length: commitmentsPerAgreement * evidenceOf(index) }, (_, position) =>
    testEvidence(position, random.pick(parties), places, random),
  );
  const accessions = index % 4 === 0 ? [1, 2, 3].map((offset) => testAccession(offset, parties, works)) : [];
  return {
    submissions: [...evidence, ...accessions].map((one, position) => ({ ...one, number: position + 1 })),
    assessments: [0, 10].map((position) => testAssessment(commitmentId(position), random)),
  };
}

function testEvidence(
  position: number,
  party: number,
  places: readonly string[],
  random: Random,
): Omit<TestSubmission, 'number'> {
  const doneOn = dayAt(random.below(1700));
  const facts: EvidenceFiling = {
    title: `กิจกรรมทดสอบครั้งที่ ${position + 1}`,
    date: dayOf(doneOn),
    place: position % 4 === 0 ? null : placeOf(party, places),
    amount: 1 + random.below(3),
    source: { title: 'รายงานทดสอบ', url: null },
    ...{ work: null, file: null, note: null },
  };
  const share = random.below(100);
  const kinds = fates.find(([upTo]) => share < upTo)?.[1] ?? [];
  // Decisions are made in meetings: on few days of the year.
  const meeting = 30 * (1 + Math.ceil(daysSince(doneOn) / 90) * 3);
  return {
    kind: 'evidence',
    commitment: commitmentId(position % commitmentsPerAgreement),
    organisation: testOrganisationSlug(party),
    acts: [
      { kind: 'submitted', facts, at: instantAt(meeting - 20) },
      ...kinds.map((kind, step) => ({
        kind,
        facts: kind === 'corrected' ? { ...facts, amount: facts.amount + 1 } : null,
        at: instantAt(meeting + 30 * step),
      })),
    ],
  };
}

/** Two of three are accepted; who claims is nobody whom the agreement names. */
function testAccession(
  offset: number,
  parties: readonly number[],
  works: number,
): Omit<TestSubmission, 'number'> {
  const last = parties.at(-1) ?? 1;
  const facts: AccessionFiling = {
    ...{ role: 'member', deed: 'sign', date: given(dayOf(signedOn)) },
    ...{ file: null, source: { title: 'รายงานทดสอบ', url: null }, note: null },
  };
  return {
    kind: 'accession',
    commitment: null,
    organisation: testOrganisationSlug(((last + offset - 1) % organisationsFor(works)) + 1),
    acts: [
      { kind: 'submitted', facts, at: instantAt(700) },
      ...(offset < 3 ? [{ kind: 'accepted' as const, facts: null, at: instantAt(720) }] : []),
    ],
  };
}

const testAssessment = (commitment: string, random: Random): PublicAssessment => ({
  commitment,
  at: instantAt(1200),
  value: random.pick(['no_evidence', 'limited', 'substantial', 'complete']),
  assessor: 'สถาบันประเมินทดสอบ',
  isIndependent: true,
  date: dayOf(dayAt(1190)),
  source: { title: 'รายงานประเมินทดสอบ', url: null },
  note: null,
});

const dayInMilliseconds = 86_400_000;
const begins = Date.parse(`${signedOn}T00:00:00.000Z`);

const dayAt = (days: number): string =>
  new Date(begins + days * dayInMilliseconds).toISOString().slice(0, 10);
const daysSince = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00.000Z`) - begins) / dayInMilliseconds);
const instantAt = (days: number): string => `${dayAt(days)}T03:00:00.000Z`;
