import { describe, expect, test } from 'vitest';
import { applyFields, draftOfNewWork, draftOfNext, fieldsOf } from '../../src/domain/draft.ts';
import type { Manifest } from '../../src/domain/edition.ts';

const adopted = {
  start: '2017-05-15',
  end: '2017-05-16',
  precision: 'day',
  textAsWritten: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐',
  isInferred: false,
} as const;

const content: Manifest = {
  ...draftOfNewWork({ type: 'charters', slug: 'test' }, 'ธรรมนูญทดสอบ', {
    subtype: 'tambon_charter',
    legalNature: 'social_agreement',
  }),
  adopted: { kind: 'given', value: adopted, note: 'หมายเหตุ', sources: ['s1'] },
  label: { kind: 'unknown', note: 'หน้าปกหาย' },
  body: '### ข้อ 1 ชื่อ\n\nข้อความ',
};

const apply = (changes: Partial<ReturnType<typeof fieldsOf>>) =>
  applyFields(content, { ...fieldsOf(content), ...changes });

describe('the fields of a draft', () => {
  test('sent back untouched change nothing, states and sources included', () => {
    expect(apply({})).toEqual({ ok: true, value: content });
  });

  test('emptied are stored as nothing said', () => {
    const filled = applyFields({ ...content, summary: 'สรุป' }, { ...fieldsOf(content), summary: ' ' });
    expect(filled.ok && filled.value.summary).toBeNull();
  });

  test('are refused together, each with its reason', () => {
    const applied = apply({ summary: 'ก'.repeat(4001), changeKind: 'x', changeNote: 'ข'.repeat(4001) });
    expect(!applied.ok && applied.refusal).toMatchObject({
      code: 'content_invalid',
      problems: [
        { field: 'summary', reason: 'too_long' },
        { field: 'changeNote', reason: 'too_long' },
        { field: 'changeKind', reason: 'not_in_list' },
      ],
    });
  });

  test('from a Windows clipboard are stored with plain line ends', () => {
    const applied = apply({ body: '\r\n\r\nก\r\nข  \r\n' });
    expect(applied.ok && applied.value.body).toBe('ก\nข');
  });
});

test('the draft of the next edition carries everything over but the account of the change', () => {
  const next = draftOfNext({ ...content, changeNote: 'เก่า', changeKind: 'first' });
  expect(next).toMatchObject({ edition: 2, changeNote: null, changeKind: 'substantive', body: content.body });
});
