import { given, notStated } from '../../domain/fact.ts';
import { countNetworkClaims, type Network, type NetworkMember } from '../../domain/network.ts';
import type { Scheme } from '../../domain/scheme.ts';
import { testProgress } from './commitments.ts';
import { dateOf, testCommitments, testPeople, testSources } from './edition.ts';
import { testRow } from './lists.ts';
import { testChain, testInstitute, testOrganisations, testSao } from './places.ts';

const memberOf = (
  organisation: string,
  role: NetworkMember['role'],
  more: Partial<NetworkMember> = {},
): NetworkMember => ({
  organisation,
  role,
  since: notStated,
  until: notStated,
  functions: [],
  teaches: [],
  note: null,
  sources: ['news'],
  ...more,
});

const claim = {
  subject: 'อปท. ทดสอบที่ลงนาม',
  value: 54,
  unit: 'อปท.',
  textAsWritten: '๕๔ อปท. ทดสอบ',
  roles: ['hub', 'member'],
  note: 'หมายเหตุทดสอบ',
  sources: ['news'],
} as const;

/** A network with something in every part, all of it obvious test data. */
export const testNetwork: Network = {
  slug: 'test-network',
  kind: 'network',
  name: 'เครือข่ายทดสอบของชุมชนท้องถิ่นภาคทดสอบ',
  nameEn: 'Test Network',
  aliases: ['เครือข่ายทดสอบ'],
  summary: 'เครือข่ายที่มีไว้ทดสอบหน้าเท่านั้น',
  parent: 'test-network-above',
  programme: null,
  organisation: testInstitute.slug,
  aims: ['ทดสอบร่วมกัน', 'เรียนรู้จากการทดสอบ'],
  places: ['990101'],
  placeNote: 'หมายเหตุเรื่องพื้นที่ทดสอบ',
  members: [
    memberOf(testSao.slug, 'hub', {
      since: given(dateOf('2019-05-15')),
      until: given(dateOf('2023')),
      functions: ['จัดการเครือข่ายทดสอบ'],
      teaches: ['การทดสอบ'],
    }),
    memberOf(testInstitute.slug, 'academic_centre', { note: 'หมายเหตุทดสอบ' }),
  ],
  membersNote: 'แหล่งทดสอบไม่ได้ให้รายชื่อครบ',
  claims: [claim, { ...claim, value: 55 }, { ...claim, subject: 'ผู้ร่วมงานทดสอบ', roles: [], unit: 'คน' }],
  works: ['charters/test-tambon-one'],
  events: [
    {
      title: 'พิธีลงนามทดสอบ',
      date: given(dateOf('2019-05-15')),
      venue: given('หอประชุมทดสอบ'),
      attendance: notStated,
      work: 'charters/test-tambon-one',
      note: 'หมายเหตุทดสอบ',
      sources: ['news'],
    },
  ],
  groups: [
    {
      name: 'คณะทำงานทดสอบ',
      kind: 'working_group',
      organisation: testSao.slug,
      term: given('ไม่เกิน 3 ปี'),
      note: null,
      sources: ['report'],
    },
    {
      name: 'คณะกรรมการทดสอบ',
      kind: 'steering',
      organisation: null,
      term: notStated,
      note: null,
      sources: [],
    },
  ],
  dataSystems: [
    {
      name: 'ระบบทดสอบ',
      aliases: [],
      purpose: 'เก็บข้อมูลทดสอบ',
      owner: testInstitute.slug,
      uses: [{ organisation: testSao.slug, date: given(dateOf('2020')) }],
      note: null,
      sources: ['news'],
    },
    { name: 'ระบบทดสอบที่สอง', aliases: [], purpose: null, owner: null, uses: [], note: null, sources: [] },
  ],
  schemes: ['test-reserved', 'test-listed'],
  note: 'หมายเหตุทดสอบ',
  sources: testSources,
};

export const testNetworkClaims = countNetworkClaims(testNetwork);

export const testSchemes: readonly Scheme[] = [
  {
    slug: 'test-reserved',
    title: '๘๘ ข้อเสนอทดสอบ',
    titleEn: null,
    status: 'name_only',
    claimedSize: '๘๘',
    source: 'แหล่งทดสอบ',
    terms: [],
  },
  {
    slug: 'test-listed',
    title: 'หัวข้อทดสอบ',
    titleEn: null,
    status: 'confirmed',
    claimedSize: null,
    source: 'แหล่งทดสอบ',
    terms: [{ slug: 'one', label: 'หนึ่ง', note: null }],
  },
];

const nameOf = (slug: string, name: string) => ({ slug, kind: 'network' as const, name });

const listed = { ...testRow, workId: 1, number: 2 };

export const testNetworkPage = {
  network: testNetwork,
  parent: nameOf('test-network-above', 'เครือข่ายทดสอบระดับประเทศ'),
  programme: null,
  under: [{ ...nameOf('test-network-below', 'เครือข่ายทดสอบย่อย'), isPart: true }],
  claims: testNetworkClaims,
  works: [listed],
  commitments: [{ work: listed, commitments: testCommitments, progress: testProgress }],
  people: new Map([['charters/test-tambon-one', testPeople]]),
  places: [testChain],
  organisations: testOrganisations,
};

export const testNetworkRows = [
  {
    ...nameOf('test-network', testNetwork.name),
    summary: testNetwork.summary,
    parent: null,
    hubs: 1,
    named: 2,
    works: 1,
    claims: [
      { roles: ['hub'] as const, named: 1, value: 54, unit: 'อปท.' },
      { roles: ['hub', 'member'] as const, named: 2, value: 55, unit: 'อปท.' },
    ],
    sources: testNetwork.sources,
  },
];
