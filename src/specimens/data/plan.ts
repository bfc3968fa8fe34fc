import { documentType } from '../../catalogue/index.ts';
import type { EditionView } from '../../components/edition-view.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Row } from '../../domain/fact-value.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import type { ChainPlan, PlanChain } from '../../domain/plan-chain.ts';
import type { ReviewClock } from '../../domain/review-clock.ts';
import { writtenDay } from '../../thai/written-date.ts';
import { testManifest } from './edition.ts';
import { testPage } from './edition-page.ts';

const given = <T>(value: T): Extract<Fact<T>, { readonly kind: 'given' }> => ({
  kind: 'given',
  value,
  note: null,
  sources: [],
});
const table = (rows: readonly Row[]) => given(rows);
const minutes = (amount: number) => ({ amount, unit: 'นาที', textAsWritten: null });

export const testPlanFacts = {
  responsibleOffice: given('งานป้องกันทดสอบ'),
  hazards: table([
    { name: given('น้ำท่วมทดสอบ'), watch: given('ฝนหนักทดสอบ'), act: given('น้ำถึงขีดแดงทดสอบ') },
    { name: given('ไฟป่าทดสอบ') },
  ]),
  firstActions: table([
    { action: given('ลอกท่อทดสอบ'), phase: given({ code: 'before' }) },
    {
      action: given('พาคนออกทดสอบ'),
      phase: given({ code: 'during' }),
      hazard: given('น้ำท่วมทดสอบ'),
      office: given('ผู้ใหญ่บ้านทดสอบ'),
      provision: given({ provision: 'cl-1' }),
    },
    { action: given('นับคนทดสอบ') },
  ]),
  helpingNeighbours: table([{ name: given('ตำบลข้างเคียงทดสอบ'), sends: given('เรือทดสอบ') }]),
  indicators: table([
    {
      name: given('เวลาเตือนทดสอบ'),
      definition: given('จับเวลาทดสอบ'),
      baseline: given(minutes(60)),
      aim: given({ code: 'at_most' }),
      target: given(minutes(30)),
      measurements: table([
        { value: given(minutes(45)), date: given(writtenDay('2025-06-01')) },
        { value: given(minutes(28)), date: given(writtenDay('2026-06-01')), note: given('ซ้อมทดสอบ') },
      ]),
    },
    { name: given('หมู่บ้านที่ซ้อมทดสอบ') },
  ]),
};

export const testClock: ReviewClock = {
  kind: 'due',
  from: 'stated',
  lastDay: '2027-05-31' as IsoDate,
  isPast: false,
};

const planOf = (slug: string, title: string, scope: ChainPlan['scope']): ChainPlan => ({
  ...{ type: 'plans', slug, title, scope },
  currentNumber: 1,
});

export const testChain: PlanChain = {
  self: 'plans/test-plan',
  plans: new Map([
    ['plans/test-village', planOf('test-village', 'แผนชุมชนทดสอบ', 'village')],
    ['plans/test-plan', planOf('test-plan', 'แผนท้องถิ่นทดสอบ', 'lao_area')],
  ]),
  incoming: [{ from: 'plans/test-village', to: 'plans/test-plan', eid: 'cl-1', note: 'โครงการทดสอบ' }],
  outgoing: [{ from: 'plans/test-plan', to: 'plans/not-here', eid: null, note: null }],
};

export const testPlanPage: EditionView = {
  ...testPage,
  work: { type: 'plans', slug: 'test-plan' },
  manifest: {
    ...testManifest,
    type: 'plans',
    slug: 'test-plan',
    subtype: 'disaster_plan',
    facts: testPlanFacts,
  },
  review: testClock,
  chain: testChain,
};

export function testPlanColumns(key: string) {
  const field = documentType('plans').fields.find((one) => one.key === key);
  return field?.kind === 'rows' ? field.columns : [];
}
