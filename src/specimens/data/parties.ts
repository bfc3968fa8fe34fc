import type { ToldAccession } from '../../domain/accession.ts';
import type { Claim } from '../../domain/edition.ts';
import { given, notStated } from '../../domain/fact.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { partyTable, type TableParty } from '../../domain/party-table.ts';
import { testAsOf } from './as-of.ts';
import { dateOf, testClaims, testSources } from './edition.ts';
import { testKeptFile } from './files.ts';
import { testInstitute, testMunicipality, testOrganisations, testSao } from './places.ts';

export const testDay = '2025-01-02' as IsoDate;

const parties: readonly TableParty[] = [
  {
    organisation: testSao.slug,
    role: 'member',
    note: null,
    actions: [{ kind: 'sign', date: { ...given(dateOf('2019-05-15')), note: 'วันจัดพิธีทดสอบ' } }],
    sources: ['report'],
  },
  {
    organisation: testInstitute.slug,
    role: 'member',
    note: 'ถอนตัวเพื่อทดสอบ',
    actions: [
      { kind: 'join', date: notStated },
      { kind: 'withdraw', date: given(dateOf('2023')) },
    ],
    sources: ['news'],
  },
  { organisation: testInstitute.slug, role: 'academic_centre', note: null, actions: [], sources: ['news'] },
  {
    organisation: testMunicipality.slug,
    role: 'hub',
    note: null,
    actions: [{ kind: 'sign', date: given(dateOf('2019-05-15')) }],
    sources: [],
    accession: 3,
    knownOn: '2024-12-01',
  },
];

/** How the test register knows the party that no edition names. */
export const testAccessions: ReadonlyMap<number, ToldAccession> = new Map([
  [
    3,
    {
      accepted: { on: '2024-12-01' as IsoDate, by: testInstitute.slug },
      file: testKeptFile,
      source: { title: 'ข่าวทดสอบ', url: 'https://example.org/news' },
      isTold: true,
    },
  ],
]);

const claims: readonly Claim[] = testClaims.map((claim) =>
  claim.property === 'parties' ? { ...claim, roles: ['member'] } : claim,
);

/** The parties of a test agreement: an upgraded one, one that withdrew, one only named, and 52 without a name. */
export const testPartyTable = partyTable(
  {
    parties,
    claims: [...claims, ...claims.slice(0, 1).map((claim) => ({ ...claim, value: 55 }))],
    adopted: given(dateOf('2019-05-15')),
    publishedOn: '2025-01-01',
  },
  [{ predecessor: testSao.slug, successor: testMunicipality.slug, date: '2022-06' }],
  testDay,
);

export const testPartiesPage = {
  work: { type: 'agreements', slug: 'test-agreement' },
  title: 'ข้อตกลงเครือข่ายทดสอบ',
  provenance: 'test',
  date: '2025-01-02',
  day: testDay,
  asOf: testAsOf,
  edition: 1,
  sha256: '0123456789ab'.padEnd(64, '0'),
  standing: 'signed',
  table: testPartyTable,
  accessions: testAccessions,
  organisations: testOrganisations,
  promises: 2,
  sources: testSources,
} as const;
