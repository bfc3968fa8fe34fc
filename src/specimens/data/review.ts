import type { Advice, LocatedDatum } from '../../domain/publishing-checks.ts';
import type { Remark } from '../../domain/remark.ts';
import type { DraftAct, ReviewState } from '../../domain/review.ts';
import { renderBody } from '../../render/render-markdown.ts';
import { testManifest } from './edition.ts';

const at = '2025-01-02T03:00:00.000Z';
const person = { userId: 1, userName: 'ผู้ทดสอบ', at } as const;

export const testSubmission: DraftAct = {
  ...person,
  kind: 'submitted',
  version: 4,
  note: null,
  publishAt: null,
};
export const testApproval: ReviewState = {
  kind: 'approved',
  approved: { ...testSubmission, kind: 'approved', note: 'เป็นเบอร์ของข้อมูลทดสอบ' },
  submitted: testSubmission,
  schedule: { ...testSubmission, kind: 'scheduled', publishAt: '2026-12-01T02:00:00.000Z' },
  missed: null,
};

export const testAdvice: readonly Advice[] = [
  { kind: 'missing', field: 'sources' },
  { kind: 'dead_link', target: '/charters/no-such-test' },
  { kind: 'unfinished', place: { field: 'body', part: 'ข้อ 2', excerpt: 'ตำบล.........ทดสอบ' } },
];

export const testPersonalData: readonly LocatedDatum[] = [
  {
    kind: 'mobile_number',
    text: '080-000-0000',
    index: 12,
    field: 'body',
    part: 'ข้อ 2',
    excerpt: 'โทร. 080-000-0000 (ทดสอบ)',
  },
];

export const testProvisions = renderBody(testManifest.body).provisions;

const remark: Remark = {
  ...person,
  id: 1,
  version: 3,
  eid: 'cl-1',
  quote: 'ถ้อยคำทดสอบ',
  text: 'โปรดเขียนให้ชัดกว่านี้',
  acts: [{ ...person, kind: 'answered', text: 'แก้แล้ว' }],
};

export const testRemarks = [
  { ...remark, isOpen: true, maySettle: true, provision: testProvisions[0] ?? null, since: 'changed' },
  {
    ...remark,
    id: 2,
    eid: null,
    quote: null,
    isOpen: false,
    maySettle: true,
    provision: null,
    since: 'same',
  },
] as const;

export const testAnswers: ReadonlyMap<number, string> = new Map([[1, '']]);
