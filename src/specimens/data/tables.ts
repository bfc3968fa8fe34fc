import { choice, choices, date, quantity, reference, table, text } from '../../catalogue/document-type.ts';
import { given } from '../../domain/fact.ts';
import type { Row } from '../../domain/fact-value.ts';
import { writtenDay } from '../../thai/written-date.ts';

/** A table of every kind of column. */
export const testTable = table('testTable', 'ตารางทดสอบ', {
  entry: 'รายการทดสอบ',
  lineColumn: 'name',
  columns: [
    text('name', 'ชื่อรายการ', { isRequired: true }),
    quantity('amount', 'จำนวน'),
    date('date', 'วันที่'),
    choice('level', 'ระดับ', { high: 'สูงทดสอบ', low: 'ต่ำทดสอบ' }),
    choices('groups', 'กลุ่ม', { a: 'กลุ่มทดสอบ ก', b: 'กลุ่มทดสอบ ข' }),
    reference('organisation', 'organisation', 'หน่วยงาน'),
    reference('work', 'work', 'เอกสาร'),
    reference('provision', 'provision', 'ข้อ'),
    text('office', 'ผู้รับผิดชอบ'),
    table('measurements', 'ผลที่วัดได้', {
      entry: 'ผล',
      columns: [quantity('value', 'ค่า', { isRequired: true }), date('on', 'เมื่อ')],
    }),
  ],
});

const people = (amount: number) => ({ amount, unit: 'คน', textAsWritten: null });

export const testRows: readonly Row[] = [
  {
    name: { kind: 'given', value: 'รายการทดสอบที่หนึ่ง', note: 'หมายเหตุทดสอบ', sources: ['report'] },
    amount: {
      kind: 'disputed',
      note: null,
      values: [
        { value: people(40), note: null, sources: ['report'] },
        { value: people(45), note: 'จากข่าวทดสอบ', sources: ['news'] },
      ],
    },
    date: given(writtenDay('2026-05-01')),
    level: given({ code: 'high' }),
    groups: given({ codes: ['b', 'a'] }),
    organisation: given({ organisation: 'test-sao' }),
    measurements: given([{ value: given(people(12)), on: given(writtenDay('2026-06-01')) }]),
  },
  {
    name: given('รายการทดสอบที่สอง'),
    amount: { kind: 'unknown', note: 'อ่านไม่ออกทดสอบ' },
    date: { kind: 'none', note: null },
    work: given({ work: 'plans/test-plan#cl-1' }),
    provision: given({ provision: 'cl-1' }),
  },
];
