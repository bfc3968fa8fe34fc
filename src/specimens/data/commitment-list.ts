import type { Chart } from '../../components/commitment-chart.ts';
import type { ListView } from '../../components/list-view.ts';
import type { CommitmentRow } from '../../domain/commitment-list.ts';
import type { ReadingSummary, SpanState } from '../../domain/commitment-span.ts';
import { spanStateLabels } from '../../i18n/labels.ts';
import { testCommitments } from './edition.ts';

const reading = (scope: ReadingSummary['scope'], state: ReadingSummary['state']): ReadingSummary => ({
  ...{ scope, state, complete: 1, hasUnnamed: scope === 'each_party', units: 3, count: 2, pending: 1 },
});

/** Test commitments as rows of a list; the scope of those with several readings is not settled. */
export const testSpanRows: readonly CommitmentRow[] = testCommitments.map((commitment, index) => ({
  work: { type: 'agreements', slug: 'test-agreement' },
  title: 'ข้อตกลงเครือข่ายทดสอบ',
  provenance: 'test',
  edition: 1,
  sha256: '0'.repeat(64),
  publishedAt: '2025-01-02T03:00:00.000Z',
  commitment,
  summary: {
    state: commitment.scope.length > 1 ? 'differs' : 'partial',
    readings: commitment.scope.map((scope, place) =>
      reading(scope, (index + place) % 2 === 0 ? 'partial' : 'no_data'),
    ),
    evidence: [],
  },
}));

const href = '/commitments?state=partial#results';
const part = (state: SpanState, total: number) => ({ state, label: spanStateLabels[state], total, href });

/** A chart in which every pattern stands, and one value without a bar of its own. */
export const testChart: Chart = {
  id: 'by-network',
  title: 'ตามเครือข่าย',
  note: 'ข้อตกลงหนึ่งอาจเกิดจากหลายเครือข่าย จึงนับไว้ในทุกเครือข่ายนั้น',
  heads: ['เครือข่าย', 'พันธสัญญา'],
  rows: [
    {
      label: 'เครือข่ายทดสอบเพื่อความเข้มแข็งของชุมชนท้องถิ่นทดสอบ',
      isChosen: true,
      length: 15,
      text: '15',
      href,
      parts: [
        part('no_data', 5),
        part('partial', 4),
        part('complete', 3),
        part('overdue', 2),
        part('differs', 1),
      ],
    },
    { label: 'เครือข่ายทดสอบ', isChosen: false, length: 3, text: '3', href, parts: [part('complete', 3)] },
  ],
  rest: [{ label: 'เครือข่ายทดสอบที่สาม', text: '1', href }],
  tellsParts: true,
};

export const testCommitmentView: ListView = {
  action: '/commitments',
  facets: [
    {
      key: 'state',
      label: 'สถานะ',
      chosen: 'partial',
      options: [{ value: 'partial', label: spanStateLabels.partial, total: 4, href }],
    },
  ],
  chips: [{ label: 'สถานะ: มีหลักฐานบางส่วน', hrefWithout: '/commitments#results' }],
  sorts: [],
  kept: [['state', 'partial']],
  addressOf: (page) => `/commitments?page=${page}#results`,
};
