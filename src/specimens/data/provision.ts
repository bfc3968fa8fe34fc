import type { LineageEnd, LineageHop, ProvisionPage } from '../../components/provision/provision-view.ts';
import { deviationOf } from '../../domain/deviation.ts';
import { type ComparedPart, partsOf } from '../../domain/difference/compared-part.ts';
import { replaceWhole, type TextRun } from '../../domain/difference/text-runs.ts';
import type { Provision } from '../../domain/provision.ts';
import { renderBody } from '../../render/render-markdown.ts';
import { testAsOf } from './as-of.ts';
import { testDifference } from './comparison.ts';
import { testCommitments, testWork } from './edition.ts';
import { testPage } from './edition-page.ts';

const [around, provision] = ['chapter', 'clause'].map((kind) =>
  testPage.provisions.find((one) => one.kind === kind),
) as [Provision, Provision];

/** A clause made of a model: a blank filled, and words of its own. */
export const takenRuns: readonly TextRun[] = [
  { kind: 'same', text: 'ธรรมนูญนี้เรียกว่า “ธรรมนูญตำบล ' },
  { kind: 'removed', text: '[ชื่อตำบล]' },
  { kind: 'added', text: 'ทดสอบเหนือ' },
  { kind: 'same', text: '”\nทบทวน' },
  { kind: 'removed', text: 'ทุกสี่ปี' },
  { kind: 'added', text: 'ทุกสองปี' },
];

const endOf = (slug: string, title: string, more: Partial<LineageEnd['edition']> = {}): LineageEnd => ({
  edition: {
    ...{ type: 'agreements', slug, title, id: 7, workId: 7, number: 1, provenance: 'test', isCurrent: true },
    ...more,
  },
  eid: 'cl-1',
  provision,
});
export const testEnd = endOf('test-agreement', 'บันทึกข้อตกลงทดสอบ', { isCurrent: false });

const hopOf = (end: LineageEnd | null, more: Partial<LineageHop> = {}): LineageHop => ({
  tie: {
    kind: 'derives_from',
    note: 'ฉบับลำดับที่ 1 หมายเหตุทดสอบ',
    ownEid: 'cl-1',
    targetEid: 'cl-1',
    targetEdition: 1,
  },
  target: end?.edition ?? { type: 'agreements', slug: 'not-in-the-register' },
  end,
  isWhole: false,
  words: { kind: 'reworded', runs: takenRuns },
  onward: 'told',
  further: [],
  rest: 0,
  ...more,
});

/** Steps of every kind: reworded, filled, written anew, seen before, not in the register. */
export const testHops: readonly LineageHop[] = [
  hopOf(testEnd, {
    further: [
      hopOf(endOf('test-declaration', 'ปฏิญญาทดสอบ', { provenance: 'model' }), {
        words: { kind: 'filled', runs: takenRuns.slice(0, 3) },
        further: [hopOf(testEnd, { words: { kind: 'same' }, onward: 'seen' })],
      }),
    ],
    rest: 2,
  }),
  hopOf({ ...testEnd, eid: null, provision: null }, { words: { kind: 'unknown' }, isWhole: true }),
  hopOf(endOf('test-other', 'ข้อตกลงทดสอบอีกฉบับ'), { words: { kind: 'own' }, onward: 'cut' }),
  hopOf(null, { words: { kind: 'unknown' } }),
];

const change = testDifference.parts.find(({ kind }) => kind === 'changed') ?? null;

/** A clause with everything that its page can show. */
export const testProvisionPage: ProvisionPage = {
  edition: testPage,
  provision,
  around: [around],
  before: null,
  after: testPage.provisions.filter(({ kind }) => kind === 'clause')[1] ?? null,
  gone: null,
  path: {
    steps: [
      { edition: 2, previous: 1, eid: provision.eid, change },
      { edition: 1, previous: null, eid: provision.eid, change: null },
    ],
    isCut: true,
  },
  ancestors: { hops: testHops, total: testHops.length },
  descendants: { hops: testHops.slice(0, 1), total: 21 },
  page: 1,
  pages: 2,
  instances: 2,
  siblings: [{ source: testEnd, ends: [testEnd] }],
  others: [
    {
      tie: { kind: 'cites', note: null, ownEid: null, targetEid: provision.eid, targetEdition: null },
      ...{ isIncoming: true, target: testWork, end: testEnd },
    },
  ],
  commitments: testCommitments.slice(0, 1),
  asOf: testAsOf,
};

const partsOfBody = (body: string): readonly ComparedPart[] => partsOf(renderBody(body).provisions, '');
const clause = (number: number, text: string): string => `### ข้อ ${number} เรื่องทดสอบที่ ${number}\n\n${text}`;

/** A text with something of everything that can become of a model. */
export const testDeviationPage = {
  manifest: testPage.manifest,
  sha256: testPage.sha256,
  model: testEnd.edition,
  newerModel: 2,
  deviation: deviationOf(
    partsOfBody(
      [
        clause(1, 'ธรรมนูญนี้เรียกว่าธรรมนูญตำบล [ชื่อตำบล] ประกาศที่ [สถานที่]'),
        clause(2, 'ทบทวนธรรมนูญนี้ทุกสี่ปีในเวทีของตำบลทดสอบโดยผู้แทนทุกหมู่บ้าน'),
        clause(3, 'ข้อความทดสอบที่ไม่ได้นำมาใช้'),
      ].join('\n\n'),
    ),
    partsOfBody(
      [
        clause(1, 'ธรรมนูญนี้เรียกว่าธรรมนูญตำบล ทดสอบเหนือ ประกาศที่ [สถานที่]'),
        clause(2, 'ทบทวนธรรมนูญนี้ทุกสองปีในเวทีของตำบลทดสอบโดยผู้แทนทุกหมู่บ้าน'),
        '### ข้อ 4 เพื่อนเยี่ยมเพื่อน\n\nเรื่องที่ตำบลทดสอบเพิ่มเอง',
      ].join('\n\n'),
    ),
    replaceWhole,
  ),
  asOf: testProvisionPage.asOf,
} as const;
