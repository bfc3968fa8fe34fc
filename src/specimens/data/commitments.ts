import type { Assessment } from '../../domain/assessment.ts';
import { commitmentProgress } from '../../domain/commitment-progress.ts';
import { type CommitmentSummary, summarise } from '../../domain/commitment-span.ts';
import type { CountedCommitment, EvidenceRow } from '../../domain/counted-commitment.ts';
import type { Commitment } from '../../domain/edition.ts';
import { countableEvidence, type EvidenceFiling } from '../../domain/evidence.ts';
import { given } from '../../domain/fact.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { partyRoster } from '../../domain/party-roster.ts';
import type { Submission } from '../../domain/submission.ts';
import { uncountedDeeds } from '../../domain/uncounted.ts';
import { testAsOf } from './as-of.ts';
import { dateOf, testCommitments, testManifest, testParties, testSources, testWork } from './edition.ts';
import { testFileParts, testKeptFile } from './files.ts';
import { testDay } from './parties.ts';
import { testChain, testInstitute, testOrganisations, testSao } from './places.ts';

const filing: EvidenceFiling = {
  title: 'จัดกิจกรรมทดสอบในตำบลทดสอบเหนือ',
  date: dateOf('2020-03-10', '๑๐ มีนาคม ๒๕๖๓'),
  place: '990101',
  amount: 2,
  source: { title: 'ข่าวทดสอบ', url: 'https://example.org/news' },
  work: `${testWork.type}/${testWork.slug}`,
  file: testKeptFile,
  note: 'หมายเหตุทดสอบ',
};

const submissionOf = (
  number: number,
  commitment: string,
  facts: EvidenceFiling,
): Submission<EvidenceFiling> => {
  const by = { userId: null, userName: null, note: null };
  return {
    ...{ id: number, number, kind: 'evidence', commitment, organisation: testSao.slug },
    acts: [
      { ...by, kind: 'submitted', facts, decidedFor: null, at: '2024-11-01T03:00:00.000Z' },
      {
        ...by,
        kind: 'accepted',
        facts: null,
        decidedFor: testInstitute.slug,
        at: '2024-12-01T03:00:00.000Z',
      },
    ],
  };
};

const submissions = [
  submissionOf(1, 'one', filing),
  submissionOf(2, 'two', { ...filing, place: null, work: null, file: null, amount: 6 }),
];

const edition = {
  parties: testParties,
  claims: [],
  adopted: given(dateOf('2019-05-15')),
  publishedOn: '2024-01-01',
};

const rowOf = ({ number, organisation, acts }: Submission<EvidenceFiling>): EvidenceRow => {
  const told = acts[0]?.facts ?? filing;
  return {
    ...{ number, organisation, amount: told.amount, doneOn: told.date.start },
    filing: number === 2 ? null : told,
    accepted: { on: '2024-12-01' as IsoDate, by: testInstitute.slug },
  };
};

export const testAssessments: readonly Assessment[] = [
  {
    id: 1,
    commitment: 'one',
    value: 'substantial',
    assessor: 'สถาบันทดสอบอีกแห่ง',
    isIndependent: true,
    date: dateOf('2024-06', 'มิ.ย. 67'),
    source: { title: 'รายงานประเมินทดสอบ', url: null },
    note: 'หมายเหตุทดสอบ',
  },
  {
    id: 2,
    commitment: 'one',
    value: 'limited',
    assessor: 'ผู้ดูแลทดสอบ',
    isIndependent: false,
    date: dateOf('2024'),
    source: null,
    note: null,
  },
];

function count(commitment: Commitment): CountedCommitment {
  const own = submissions.filter((one) => one.commitment === commitment.id);
  const promised = {
    commitment,
    roster: partyRoster(edition, []),
    placesOf: (slug: string) => testOrganisations.get(slug)?.covers ?? [],
  };
  const evidence = own.map(countableEvidence);
  const progress = commitmentProgress(promised, evidence, testDay);
  return {
    commitment,
    progress,
    evidence: own.map(rowOf),
    uncounted: new Map(
      progress.readings.map((reading) => [
        reading.scope,
        uncountedDeeds(promised, evidence, reading, testDay),
      ]),
    ),
    waiting: commitment.id === 'one' ? 1 : 0,
    assessments: testAssessments.filter((one) => one.commitment === commitment.id),
  };
}

const counted = testCommitments.map(count);

/** A commitment of one reading with evidence and judgements, and one that can be read twice. */
export const testCounted = counted[0] as CountedCommitment;
export const testCountedTwice = counted[1] as CountedCommitment;

/** How both stand, as lists tell it. */
export const testProgress: ReadonlyMap<string, CommitmentSummary> = new Map(
  counted.map(({ commitment, progress }) => [commitment.id, summarise(progress, [])]),
);

export const testCommitmentsPage = {
  work: { type: 'agreements', slug: 'test-agreement' } as const,
  title: 'ข้อตกลงเครือข่ายทดสอบ',
  provenance: 'test' as const,
  date: null,
  day: testDay,
  asOf: testAsOf,
  edition: 1,
  sha256: '0123456789ab'.padEnd(64, '0'),
  publishedAt: '2024-01-01T03:00:00.000Z',
  manifest: testManifest,
  provisions: new Map(testFileParts.map((part) => [part.eid, part])),
  standing: 'signed' as const,
  commitments: counted,
  organisations: testOrganisations,
  places: new Map([['990101', testChain]]),
  works: new Map([
    [`${testWork.type}/${testWork.slug}`, { ...testWork, title: 'ธรรมนูญตำบลทดสอบเหนือ', currentNumber: 2 }],
  ]),
  sources: testSources,
};
