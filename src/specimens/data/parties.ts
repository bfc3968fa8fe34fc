import type { Claim, Party } from '../../domain/edition.ts';
import { given, notStated } from '../../domain/fact.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { partyTable } from '../../domain/party-table.ts';
import { dateOf, testClaims, testSources } from './edition.ts';
import { testInstitute, testMunicipality, testOrganisations, testSao } from './places.ts';

export const testDay = '2025-01-02' as IsoDate;

const parties: readonly Party[] = [
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
];

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
  edition: 1,
  sha256: '0123456789ab'.padEnd(64, '0'),
  standing: 'signed',
  table: testPartyTable,
  organisations: testOrganisations,
  sources: testSources,
} as const;
