import type { AccessionFiling } from '../../domain/accession.ts';
import type { Assessment } from '../../domain/assessment.ts';
import { commitmentProgress, type Promised } from '../../domain/commitment-progress.ts';
import type { AccessionEffect, EvidenceEffect } from '../../domain/decision-effect.ts';
import type { Commitment } from '../../domain/edition.ts';
import type { FieldProblem } from '../../domain/errors.ts';
import type { Evidence, EvidenceFiling } from '../../domain/evidence.ts';
import { given, notStated } from '../../domain/fact.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { ownShare } from '../../domain/own-share.ts';
import { partyRoster } from '../../domain/party-roster.ts';
import { dateOf, testClaims, testCommitments } from './edition.ts';
import { testChain, testInstitute, testOrganisations, testSao } from './places.ts';

const day = '2025-01-02' as IsoDate;
const memberOf = (organisation: string) =>
  ({ organisation, role: 'member', note: null, actions: [], sources: [] }) as const;
const roster = partyRoster(
  {
    parties: [memberOf(testSao.slug), memberOf(testInstitute.slug)],
    claims: testClaims,
    adopted: given(dateOf('2019-05-15')),
    publishedOn: '2019-06-01',
  },
  [],
);
const evidence: readonly Evidence[] = [
  {
    id: '1',
    commitment: 'two',
    organisation: testSao.slug,
    acts: [
      { kind: 'submitted', on: '2025-01-01', facts: { doneOn: '2024-12-01', place: '990101', amount: 2 } },
      { kind: 'accepted', on: '2025-01-01' },
    ],
  },
  {
    id: '2',
    commitment: 'two',
    organisation: testSao.slug,
    acts: [
      { kind: 'submitted', on: '2025-01-02', facts: { doneOn: '2025-01-01', place: '990101', amount: 1 } },
    ],
  },
];

const countedOf = (commitment: Commitment) => {
  const promised: Promised = {
    commitment,
    roster,
    placesOf: (slug) => (slug === testSao.slug ? ['990101'] : []),
  };
  const progress = commitmentProgress(promised, evidence, day);
  return { commitment, progress, share: ownShare(promised, evidence, progress, testSao.slug) };
};
export const testCounted = testCommitments.map(countedOf);

export const testOwnAgreements = [
  {
    slug: 'test-agreement',
    title: 'ข้อตกลงเครือข่ายทดสอบ',
    organisation: testSao.slug,
    isParty: true,
    mayAssess: true,
    commitments: testCounted,
  },
  {
    slug: 'test-left',
    title: 'ข้อตกลงทดสอบที่ถอนตัวแล้ว',
    organisation: testInstitute.slug,
    isParty: false,
    mayAssess: false,
    commitments: [],
  },
] as const;
export const testUnitPlaces = new Map([['990101', testChain]]);
export { testOrganisations };

export const testOpenAgreements = [
  {
    slug: 'test-agreement',
    title: 'ข้อตกลงเครือข่ายทดสอบ',
    unnamed: 52,
    commitments: testCommitments,
    mayAssess: true,
  },
] as const;

const told = {
  id: 1,
  number: 1,
  kind: 'evidence',
  agreement: 'test-agreement',
  title: 'ข้อตกลงเครือข่ายทดสอบ',
  metric: 'เรื่องทดสอบที่ทำแล้ว',
  deed: 'จัดเวทีทดสอบของตำบล',
  organisation: testSao.name,
  state: 'submitted',
  since: '2025-01-01T03:00:00.000Z',
  by: 'ผู้ทดสอบ',
  reason: null,
} as const;
export const testTold = [
  told,
  { ...told, id: 2, number: 2, state: 'returned', reason: 'ภาพทดสอบไม่ชัด' },
  { ...told, id: 3, number: 3, kind: 'accession', metric: null, deed: null, state: 'accepted' },
] as const;

const file = {
  sha256: '0123456789ab'.padEnd(64, '0'),
  name: 'หลักฐานทดสอบ.pdf',
  mediaType: 'application/pdf',
  bytes: 12_345,
  pageCount: 2,
} as const;
export const testEvidenceFiling: EvidenceFiling = {
  title: 'จัดเวทีทดสอบของตำบล',
  date: dateOf('2024-12-01', '๑ ธันวาคม ๒๕๖๗'),
  place: '990101',
  amount: 2,
  source: { title: 'ข่าวทดสอบ', url: 'https://example.org/news' },
  work: 'agreements/test-area',
  file,
  note: 'หมายเหตุทดสอบ',
};
export const testAccessionFiling: AccessionFiling = {
  role: 'member',
  deed: 'sign',
  date: notStated,
  source: null,
  file,
  note: null,
};

const act = { facts: null, userId: 1, userName: 'ผู้ทดสอบ', note: null, decidedFor: null } as const;
export const testActs = [
  { ...act, kind: 'submitted', at: '2025-01-01T03:00:00.000Z' },
  { ...act, kind: 'returned', userName: 'ผู้ทดสอบสอง', note: 'ภาพทดสอบไม่ชัด', at: '2025-01-01T05:00:00.000Z' },
  { ...act, kind: 'corrected', userName: null, at: '2025-01-02T03:00:00.000Z' },
] as const;

export const testEvidenceEffect: EvidenceEffect = {
  kind: 'evidence',
  before: 'no_data',
  after: null,
  changes: [
    { scope: 'each_place', unit: '990101', before: 0, after: 2 },
    { scope: 'network', unit: null, before: 0, after: 2 },
  ],
};
export const testAccessionEffect: AccessionEffect = {
  kind: 'accession',
  named: { before: 2, after: 3 },
  claims: testClaims.slice(0, 1).map((claim) => ({ claim, before: 2, after: 3 })),
};

export const testEvidenceFields = {
  organisation: testSao.slug,
  organisationFind: '',
  deedTitle: '',
  deedDate: '๑ ธันวาคม ๒๕๖๗',
  deedAmount: 'สอง',
  deedPlace: '990101',
  deedPlaceFind: 'ทดสอบ',
  sourceTitle: '',
  sourceUrl: '',
  deedWork: 'agreements/test-area',
  deedWorkFind: '',
  deedNote: '',
} as const;
export const testEvidenceProblems: readonly FieldProblem[] = [
  { field: 'deedTitle', reason: 'required' },
  { field: 'deedAmount', reason: 'not_a_number' },
  { field: 'proof', reason: 'required' },
];
export const testAccessionFields = {
  organisation: testSao.slug,
  organisationFind: '',
  partyRole: 'member',
  partyDeed: 'join',
  partyDate: '๒๕๖๗',
  sourceTitle: '',
  sourceUrl: '',
  deedNote: '',
} as const;
export const testPlaceOptions = [
  { value: '990101', label: 'ต.ทดสอบเหนือ อ.เมืองทดสอบ จ.ทดสอบ (รหัส 990101)' },
] as const;
export const testPlacesFound = {
  text: 'ทดสอบ',
  things: [...testPlaceOptions, { value: '990102', label: 'ต.ทดสอบใต้ อ.เมืองทดสอบ จ.ทดสอบ (รหัส 990102)' }],
} as const;

export const testAssessments: readonly Assessment[] = [
  {
    id: 1,
    commitment: 'one',
    value: 'limited',
    assessor: 'คณะผู้ประเมินทดสอบ',
    isIndependent: true,
    date: dateOf('2024-10-01'),
    source: { title: 'รายงานประเมินทดสอบ', url: 'https://example.org/report' },
    note: null,
  },
  {
    id: 2,
    commitment: 'two',
    value: 'complete',
    assessor: testInstitute.name,
    isIndependent: false,
    date: dateOf('2024-11'),
    source: { title: 'รายงานภายในทดสอบ', url: null },
    note: null,
  },
];
export const testAssessmentFields = {
  assessedCommitment: 'one',
  assessmentValue: 'limited',
  assessor: 'คณะผู้ประเมินทดสอบ',
  independent: 'yes',
  assessedOn: '๑ ตุลาคม ๒๕๖๗',
  sourceTitle: '',
  sourceUrl: '',
  deedNote: '',
} as const;

/** A submission that waits, as its page has it. */
export const testSubmissionPage = {
  submission: {
    id: 1,
    number: 1,
    kind: 'evidence',
    commitment: 'two',
    organisation: testSao.slug,
    workId: 1,
    work: { type: 'agreements', slug: 'test-agreement' },
    acts: testActs,
    later: [],
  },
  state: 'submitted',
  facts: testEvidenceFiling,
  title: 'ข้อตกลงเครือข่ายทดสอบ',
  edition: 1,
  counted: testCounted[1] ?? null,
  effect: testEvidenceEffect,
  decisions: ['accepted', 'returned'],
  mayCorrect: true,
  isOwn: false,
  roles: ['member'],
  organisation: testSao,
  organisations: testOrganisations,
  places: testUnitPlaces,
  workTitle: 'ข้อตกลงพื้นที่ทดสอบ',
} as const;
