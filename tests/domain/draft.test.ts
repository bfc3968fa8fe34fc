import { describe, expect, test } from 'vitest';
import { applyFields, draftOfNewWork, draftOfNext, fieldsOf } from '../../src/domain/draft.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { given } from '../../src/domain/fact.ts';
import { parseWrittenDate } from '../../src/thai/parse-date.ts';

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
  applyFields(content, { ...fieldsOf(content), ...changes }, parseWrittenDate);

describe('the fields of a draft', () => {
  test('sent back untouched change nothing, states and sources included', () => {
    expect(apply({})).toEqual({ ok: true, value: content });
  });

  test('keep a date verbatim and understand it', () => {
    const applied = apply({ adopted: '๓๑ ตุลาคม ๒๕๖๐' });
    expect(applied.ok && applied.value.adopted).toEqual(
      given({ ...adopted, start: '2017-10-31', end: null, textAsWritten: '๓๑ ตุลาคม ๒๕๖๐' }),
    );
  });

  test('emptied become not stated', () => {
    const applied = apply({ adopted: '' });
    expect(applied.ok && applied.value.adopted.kind).toBe('not_stated');
  });

  test('are refused together, each with its reason', () => {
    const applied = apply({ title: ' ', adopted: 'เมื่อวาน', places: '560118 ต.ไผ่', changeKind: 'x' });
    expect(!applied.ok && applied.refusal).toMatchObject({
      code: 'content_invalid',
      problems: [
        { field: 'title', reason: 'required' },
        { field: 'places', reason: 'unknown_place', found: 'ต.ไผ่' },
        { field: 'adopted', reason: 'not_a_date' },
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
