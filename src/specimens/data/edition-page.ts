import { documentType } from '../../catalogue/index.ts';
import type {
  EditionSharing,
  EditionView,
  ExplainedTerm,
  NamedRelation,
  NamedRelations,
} from '../../components/edition-view.ts';
import { outlineOf } from '../../components/outline-of.ts';
import { cardOf } from '../../domain/edition-card.ts';
import { given } from '../../domain/fact.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import type { WorkEvent } from '../../domain/timeline.ts';
import { type TimelineEdition, workTimeline } from '../../domain/work-timeline.ts';
import { renderBody } from '../../render/render-markdown.ts';
import { testProgress } from './commitments.ts';
import { dateOf, testManifest, testWork } from './edition.ts';
import { testChain, testOrganisations } from './places.ts';

/** The day on which the test data is looked at. */
export const testToday = '2025-01-02';
export const testHash = '0123456789ab'.padEnd(64, '0');
export const testAddress = 'https://example.org/charters/test-tambon-one/editions/2';
export const testWording = documentType(testWork.type);

export const firstManifest = {
  ...testManifest,
  edition: 1,
  label: given('ฉบับที่ 1 พ.ศ. 2560'),
  changeKind: 'first',
  changeNote: null,
  adopted: given(dateOf('2017-05-15')),
} as const;

export const testEditions: readonly (TimelineEdition & { readonly sha256: string })[] = [
  { number: 1, publishedAt: '2025-01-01T03:00:00.000Z', card: cardOf(firstManifest), sha256: testHash },
  { number: 2, publishedAt: '2025-01-02T03:00:00.000Z', card: cardOf(testManifest), sha256: testHash },
];

const eventOf = (kind: WorkEvent['kind'], more: Partial<WorkEvent> = {}): WorkEvent => ({
  kind,
  date: null,
  note: null,
  source: null,
  ...more,
});
export const testEvents: readonly WorkEvent[] = [
  eventOf('heard', {
    date: dateOf('2019-03'),
    note: 'เวทีรับฟังความเห็นทดสอบ',
    source: { title: 'รายงานทดสอบ', url: 'https://example.org/report' },
  }),
  eventOf('reported', { note: 'รายงานผลทดสอบ' }),
];
export const testWithdrawal = eventOf('withdrawn', {
  date: dateOf('2024-12-31'),
  note: 'ยกเลิกเพื่อทดสอบ',
  source: { title: 'ประกาศทดสอบ', url: null },
});
export const testTimeline = workTimeline(testEditions, testEvents, testToday);

const { html, provisions } = renderBody(testManifest.body);
export const testHtml = html;
export const testOutline = outlineOf(provisions);

export const testTopics = [
  { topic: 'issues/waste', scheme: 'issues', schemeTitle: 'ประเด็น', label: 'การจัดการขยะ' },
] as const;

export const testPage: EditionView = {
  work: testWork,
  manifest: testManifest,
  sha256: testHash,
  publishedAt: '2025-01-02T03:00:00.000Z',
  html,
  provisions,
  currentNumber: 2,
  editions: testEditions,
  events: testEvents,
  timeline: testTimeline,
  role: 'current',
  withdrawal: null,
  standing: 'adopted',
  places: [testChain],
  possiblePlaces: [],
  organisations: testOrganisations,
  works: new Map(),
  review: { kind: 'not_stated' },
  chain: null,
  topics: testTopics,
  progress: testProgress,
  today: testToday as IsoDate,
  networks: [],
  spread: null,
};

export const testSharing: EditionSharing = {
  citation: `ธรรมนูญตำบลทดสอบเหนือ ฉบับที่ 2 พ.ศ. 2562, ทะเบียนทดสอบ, ${testAddress}`,
  forms: [{ id: 'bib', label: 'BibTeX', text: '@misc{test}', href: `${testAddress}.bib` }],
  files: [{ label: 'ข้อความ', href: `${testAddress}.txt`, contentType: 'text/plain' }],
  jsonLd: '{}',
};

const own = { label: 'ข้อ 1', href: '#cl-1' };
const other = { label: 'ข้อ ๗', href: '/plans/test-plan/provisions/cl-7' };

/** Ties between provisions, of a whole text, and one of which only a note tells. */
export const testTies: NamedRelation['ties'] = [
  { own, other, note: 'หมายเหตุทดสอบ' },
  { own: null, other, note: null },
  { own, other: null, note: null },
  { own: null, other: null, note: 'ทะเบียนยังไม่มีเอกสารนี้' },
];

export const testRelations: NamedRelations = {
  outgoing: [
    {
      ...{ kind: 'instance_of_template', title: 'แม่แบบทดสอบ', href: '/charters/test-template' },
      deviation: '/charters/test-tambon-one/deviation',
      ties: [{ own: null, other: null, note: null }],
    },
    { kind: 'cites', title: 'ประกาศทดสอบ', href: null, deviation: null, ties: testTies.slice(3) },
  ],
  incoming: [
    { kind: 'implements', title: 'แผนทดสอบ', href: '/plans/test-plan', deviation: null, ties: testTies },
  ],
  incomingTotal: 3,
  instances: 2,
  spreadOf: [{ title: 'กรณีตัวอย่างทดสอบ', href: '/cases/test-case/spread' }],
  proves: [{ metric: 'จำนวนกิจกรรมทดสอบ', title: 'ข้อตกลงเครือข่ายทดสอบ', href: '#test' }],
};

export const testTerms: readonly ExplainedTerm[] = [
  { slug: 'test-term', term: 'คำทดสอบ', definition: 'คำอธิบายของคำทดสอบ เขียนด้วยภาษาธรรมดา' },
];
