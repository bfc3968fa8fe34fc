import type { SpreadView } from '../../components/spread-picture.ts';
import { type AdoptionStatement, keyOfAdopter } from '../../domain/adoption.ts';
import { given, notStated } from '../../domain/fact.ts';
import { spreadOf } from '../../domain/spread.ts';
import { keyOfWork, type WorkName } from '../../domain/work.ts';
import { testAsOf } from './as-of.ts';
import { dateOf } from './edition.ts';
import { testHash } from './edition-page.ts';
import { testChain, testOrganisations, testSao } from './places.ts';

const root: WorkName = { type: 'cases', slug: 'test-forest' };
const charter = (slug: string): WorkName => ({ type: 'charters', slug });

const titles: Readonly<Record<string, string>> = {
  'cases/test-forest': 'กรณีตัวอย่างทดสอบ ป่าและน้ำที่ชุมชนดูแลร่วมกัน',
  'charters/test-north': 'ธรรมนูญตำบลทดสอบเหนือ',
  'charters/test-south': 'ธรรมนูญสุขภาพตำบลทดสอบใต้ว่าด้วยการดูแลป่าต้นน้ำและที่สาธารณะ',
  'charters/test-east': 'กติกาหมู่บ้านทดสอบตะวันออก',
  'charters/test-west': 'ธรรมนูญตำบลทดสอบตะวันตก',
};

const titled = (work: WorkName | null) =>
  work === null ? null : { ...work, title: titles[keyOfWork(work)] ?? work.slug, currentNumber: 2 };

function took(
  adopter: WorkName,
  adapted: string | null,
  origin: WorkName,
  more: Partial<AdoptionStatement> = {},
): AdoptionStatement {
  return {
    statedBy: 'adopter',
    kind: 'adopts',
    origin: { work: origin, eid: origin.type === 'cases' ? null : 'cl-4' },
    adopter: { work: adopter, organisations: [], words: null },
    adapted,
    adaptedWords: null,
    date: notStated,
    change: null,
    sources: [],
    told: { ...adopter, edition: 1 },
    ...more,
  };
}

const [north, south, east, west] = ['test-north', 'test-south', 'test-east', 'test-west'].map(charter) as [
  WorkName,
  WorkName,
  WorkName,
  WorkName,
];

const spread = spreadOf(root, [
  took(north, 'cl-4', root, {
    date: given(dateOf('2019-05-15')),
    adopter: { work: north, organisations: [testSao.slug], words: null },
    change: 'เพิ่มเรื่องแนวกันไฟเพื่อทดสอบ',
  }),
  took(south, 'cl-2', root, { date: given(dateOf('2020')) }),
  took(root, null, root, {
    statedBy: 'origin',
    adopter: { work: null, organisations: [testSao.slug], words: null },
    date: given(dateOf('2018')),
    sources: [{ title: 'ข่าวทดสอบ', url: 'https://example.org/news' }],
    told: { ...root, edition: 2 },
  }),
  took(root, null, root, {
    statedBy: 'origin',
    adopter: { work: null, organisations: [], words: 'อบต.ทดสอบที่ทะเบียนไม่รู้จัก' },
    adaptedWords: 'ข้อ 9 ของข้อบังคับทดสอบ',
    told: { ...root, edition: 2 },
  }),
  took(east, 'cl-1', north, { kind: 'derives_from', date: given(dateOf('2022-03')) }),
  took(west, null, { ...north }, { kind: 'derives_from' }),
  took(west, 'cl-6', { ...south }, { kind: 'derives_from', origin: { work: south, eid: 'cl-2' } }),
]);

/** Where a test case went: two hops, an adoption told differently by its two ends, and one told by words only. */
export const testSpread: SpreadView = {
  work: { ...root, title: titles['cases/test-forest'] ?? '', currentNumber: 2 },
  provenance: 'test',
  sha256: testHash,
  asOf: testAsOf,
  adopters: spread.adopters,
  hops: spread.hops,
  isWhole: true,
  organisations: testOrganisations,
  adoptions: spread.adoptions.map((adoption) => ({
    ...adoption,
    from: keyOfWork(adoption.origin),
    to: keyOfAdopter(adoption.adopter),
    originWork: titled(adoption.origin),
    adopterWork: titled(adoption.adopter.work),
    adopterName: titled(adoption.adopter.work)?.title ?? adoption.adopter.words ?? '',
    places: adoption.adopter.work === null ? [] : [testChain],
    taken: adoption.hop === 1 ? [] : [{ eid: 'cl-4', label: 'ข้อ 4', heading: 'ป่าทดสอบ' }],
    became: adoption.statements.flatMap(({ adapted }) =>
      adapted === null ? [] : [{ eid: adapted, label: `ข้อ ${adapted.slice(3)}`, heading: null }],
    ),
    deeds:
      adoption.adopter.work?.slug === north.slug
        ? [
            {
              agreement: 'test-network',
              title: 'ข้อตกลงทดสอบ',
              commitment: 'models',
              metric: 'รูปแบบทดสอบ',
              number: 1,
            },
          ]
        : [],
  })),
};

export const emptyTestSpread: SpreadView = { ...testSpread, adoptions: [], adopters: 0, hops: 0 };
