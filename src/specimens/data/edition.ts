import type { Claim, Commitment, Manifest, Mention, Party, Source } from '../../domain/edition.ts';
import { given, notStated } from '../../domain/fact.ts';
import type { WorkName } from '../../domain/work.ts';
import type { WrittenDate } from '../../thai/written-date.ts';

export const testWork: WorkName = { type: 'charters', slug: 'test-tambon-one' };

export const dateOf = (start: string, textAsWritten: string | null = null): WrittenDate => ({
  start,
  end: null,
  precision: start.length === 4 ? 'year' : start.length === 7 ? 'month' : 'day',
  textAsWritten,
  isInferred: false,
});

export const testSources: readonly Source[] = [
  {
    id: 'report',
    title: 'รายงานการประชุมทดสอบเรื่องธรรมนูญตำบลทดสอบเหนือ ฉบับที่ 2',
    publisher: 'สำนักทดสอบ',
    url: 'https://example.org/report',
    published: given(dateOf('2019-05-20')),
    retrieved: '2025-01-02',
    evidenceLevel: 'full_text',
    note: 'แหล่งทดสอบ ไม่ใช่รายงานจริง',
  },
  {
    id: 'news',
    title: 'ข่าวทดสอบ',
    publisher: null,
    url: null,
    published: notStated,
    retrieved: null,
    evidenceLevel: 'news_report',
    note: null,
  },
];
/** Ids of the sources in the order of their list. */
export const testSourceOrder = testSources.map(({ id }) => id);

export const testParties: readonly Party[] = [
  {
    organisation: 'test-sao',
    role: 'party',
    note: null,
    actions: [{ kind: 'sign', date: given(dateOf('2019-05-15')) }],
    sources: ['report'],
  },
  { organisation: 'test-institute', role: 'academic_centre', note: 'หมายเหตุทดสอบ', actions: [], sources: [] },
];

export const testPeople: readonly Mention[] = [
  {
    name: 'นายทดสอบ ตัวอย่าง',
    office: 'นายกองค์การบริหารส่วนตำบลทดสอบเหนือ',
    organisation: 'test-sao',
    capacity: 'signatory',
    sources: ['report'],
  },
  { name: null, office: 'ผู้แทนสถาบันทดสอบ', organisation: null, capacity: 'witness', sources: [] },
];

const claimOf = (property: string, value: number, more: Partial<Claim>): Claim => ({
  property,
  value,
  unit: 'อปท.',
  textAsWritten: `${value} อปท. (ข้อความทดสอบ)`,
  roles: [],
  note: null,
  sources: ['news'],
  ...more,
});
export const testClaims: readonly Claim[] = [
  claimOf('parties', 54, { roles: ['party'], note: 'แหล่งทดสอบไม่ได้ให้รายชื่อ' }),
  claimOf('attendance', 1200, { unit: 'คน' }),
];

const commitmentOf = (id: string, more: Partial<Commitment>): Commitment => ({
  id,
  metric: 'จำนวนกิจกรรมทดสอบ',
  comparator: 'at_least',
  value: 6,
  unit: 'กิจกรรม',
  scope: ['each_party'],
  per: null,
  due: notStated,
  period: null,
  domain: null,
  provision: 'cl-2',
  textAsWritten: 'ไม่น้อยกว่า ๖ กิจกรรม',
  sources: ['report'],
  ...more,
});
export const testCommitments: readonly Commitment[] = [
  commitmentOf('one', { due: given(dateOf('2022-09-30')) }),
  commitmentOf('two', { scope: ['each_place', 'network'], per: 'be_year', provision: null }),
];

const body = `## หมวด 1 บททั่วไป

### ข้อ 1 ชื่อ

ธรรมนูญนี้เรียกว่า “ธรรมนูญตำบลทดสอบเหนือ ฉบับที่ 2 พ.ศ. 2562” เป็นข้อความทดสอบ

### ข้อ 2 การจัดการขยะ

ทุกครัวเรือนทดสอบคัดแยกขยะก่อนทิ้ง

- ขยะอินทรีย์ทำปุ๋ย
- ขยะรีไซเคิลส่งศูนย์ทดสอบ

## หมวด 2 การทบทวน

### ข้อ 3 รอบการทบทวน

ทบทวนทุกสองปีในเวทีทดสอบของตำบล`;

/** An edition with something in every part, all of it obvious test data. */
export const testManifest: Manifest = {
  format: 1,
  ...testWork,
  edition: 2,
  title: 'ธรรมนูญตำบลทดสอบเหนือ',
  titleEn: 'Test North Tambon Charter',
  aliases: ['ธรรมนูญทดสอบ'],
  provenance: 'documented',
  subtype: 'tambon_charter',
  label: given('ฉบับที่ 2 พ.ศ. 2562'),
  changeKind: 'substantive',
  changeNote: 'เพิ่มเรื่องการจัดการขยะเพื่อทดสอบ',
  summary: 'คนตำบลทดสอบเหนือตกลงกันว่าจะคัดแยกขยะและทบทวนข้อตกลงทุกสองปี ข้อความนี้เป็นข้อมูลทดสอบ',
  legalNature: 'social_agreement',
  evidenceLevel: 'full_text',
  textRights: 'own',
  scope: 'tambon',
  scopeNote: null,
  places: ['990101'],
  possiblePlaces: [],
  placeNote: null,
  adopted: given(dateOf('2019-05-15', '๑๕ พฤษภาคม พ.ศ. ๒๕๖๒')),
  effective: notStated,
  reviewDue: given(dateOf('2021')),
  topics: ['issues/waste'],
  facts: {
    draftingBody: given('คณะทำงานทดสอบ'),
    chapterCount: given({ amount: 2, unit: 'หมวด', textAsWritten: '๒ หมวด' }),
    agreementItems: given(['คัดแยกขยะ', 'ทบทวนทุกสองปี']),
    attendance: {
      kind: 'disputed',
      note: null,
      values: [
        { value: { amount: 100, unit: 'คน', textAsWritten: null }, note: null, sources: ['report'] },
        { value: { amount: 120, unit: 'คน', textAsWritten: null }, note: 'หมายเหตุทดสอบ', sources: ['news'] },
      ],
    },
    funder: { kind: 'none', note: null },
  },
  parties: testParties,
  people: testPeople,
  claims: testClaims,
  commitments: testCommitments,
  relations: [],
  sources: testSources,
  body,
};
