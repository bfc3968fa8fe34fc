import { fieldsOf } from '../../domain/draft.ts';
import type { FieldProblem, Refusal } from '../../domain/errors.ts';
import { testManifest, testWork } from './edition.ts';
import { testChain } from './places.ts';

export const testDraftContent = { ...testManifest, edition: 3, changeNote: null } as const;

export const testDraftPage = {
  work: testWork,
  draft: {
    id: 1,
    workId: 1,
    basedOn: 2,
    content: testDraftContent,
    version: 4,
    editedBy: 1,
    editedByName: 'ผู้ทดสอบ',
    editedAt: '2025-01-02T03:00:00.000Z',
  },
  places: [testChain],
  mayPublish: true,
  needsReview: false,
  currentNumber: 2,
} as const;

export const testFields = fieldsOf(testDraftContent);

export const testProblems: readonly FieldProblem[] = [
  { field: 'body', reason: 'required' },
  { field: 'changeNote', reason: 'change_note_required' },
  { field: 'places.0', reason: 'unknown_place', found: '999999' },
];
export const testRefusal: Refusal = { code: 'content_invalid', problems: testProblems };

export const testConflict = {
  kind: 'conflict',
  number: 1,
  mine: 'ทุกบ้านช่วยกันดูแลลำเหมืองทดสอบ ปีละสองครั้ง',
  theirs: 'ทุกบ้านช่วยกันดูแลลำเหมืองทดสอบ ทุกเดือน',
  mineRuns: [
    { kind: 'same', text: 'ทุกบ้านช่วยกันดูแลลำเหมืองทดสอบ' },
    { kind: 'added', text: ' ปีละสองครั้ง' },
  ],
  theirsRuns: [
    { kind: 'same', text: 'ทุกบ้านช่วยกันดูแลลำเหมืองทดสอบ' },
    { kind: 'added', text: ' ทุกเดือน' },
  ],
} as const;

export const testMerge = {
  baseVersion: 3,
  mine: testFields,
  fields: [
    {
      name: 'summary',
      pieces: [
        {
          kind: 'theirs',
          runs: [
            { kind: 'same', text: 'ธรรมนูญตำบลทดสอบ' },
            { kind: 'added', text: 'เหนือ' },
          ],
        },
      ],
    },
    { name: 'body', pieces: [{ kind: 'same', text: '### ข้อ 1 น้ำ' }, testConflict] },
  ],
} as const;

export const testRevision = {
  version: 3,
  kind: 'saved',
  userId: 1,
  userName: 'ผู้ทดสอบ',
  at: '2025-01-02T02:30:00.000Z',
  content: testDraftContent,
} as const;

export const testHistory = {
  work: testWork,
  draft: testDraftPage.draft,
  revisions: [
    { version: 4, kind: 'autosaved', userId: 1, userName: 'ผู้ทดสอบ', at: '2025-01-02T03:00:00.000Z' },
    testRevision,
    { version: 2, kind: 'opened', userId: 2, userName: 'ผู้ทดสอบสอง', at: '2025-01-01T03:00:00.000Z' },
  ],
} as const;

export const testDescription = {
  html: '<p>ข้อความทดสอบ</p>',
  parts: [
    {
      eid: 'cl-1',
      kind: 'clause',
      label: 'ข้อ 1',
      number: '1',
      heading: 'น้ำ',
      parent: null,
      line: 1,
      isEmpty: false,
    },
  ],
  problems: [{ kind: 'empty', eid: 'cl-1', line: 1, label: 'ข้อ 1' }],
  abbreviations: [
    { start: 8, written: 'อบต.', full: 'องค์การบริหารส่วนตำบล', line: 1 },
    { start: 20, written: 'สช.', full: null, line: 1 },
  ],
} as const;
