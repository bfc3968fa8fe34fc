import { describe, expect, test } from 'vitest';
import { createWordComparer } from '../../src/difference/compare-words.ts';
import { deviationOf } from '../../src/domain/deviation.ts';
import { partsOf } from '../../src/domain/difference/compared-part.ts';
import { blanksText, deviationText } from '../../src/i18n/lineage.ts';
import { renderBody } from '../../src/render/render-markdown.ts';

const name = 'ชื่อ\n\nธรรมนูญนี้เรียกว่า “ธรรมนูญตำบล [ชื่อตำบล]” และใช้ในทุกหมู่บ้านของตำบล';
const committee = 'กรรมการ\n\nให้มีคณะกรรมการจำนวน [จำนวน] คน มีวาระ [จำนวน] ปี และเลือกประธานกันเอง';
const waste = 'ขยะ\n\nครัวเรือนคัดแยกขยะเป็นสี่ประเภท และทำขยะเปียกให้เป็นปุ๋ยในบ้านของตนเท่าที่ทำได้';
const review = 'ทบทวน\n\nให้ทบทวนธรรมนูญทั้งฉบับทุกสามปี โดยดูว่าเรื่องใดทำได้ เรื่องใดทำไม่ได้เพราะเหตุใด';
const friends = 'เพื่อนเยี่ยมเพื่อน\n\nบ้านที่มีผู้สูงอายุอยู่ลำพังมีเพื่อนบ้านหนึ่งบ้านรับเป็นคู่ดูแล';

const parts = (...clauses: readonly string[]) => {
  const body = clauses.map((text, index) => `### ข้อ ${index + 1} ${text}`).join('\n\n');
  const { provisions, preface } = renderBody(body);
  return partsOf(provisions, preface);
};
const deviation = (own: readonly string[]) =>
  deviationOf(parts(name, committee, waste, review), parts(...own), createWordComparer());

describe('a text that was written after a model', () => {
  const filled = name.replace('[ชื่อตำบล]', 'ทดสอบเหนือ');
  const half = committee.replace('[จำนวน] คน', 'สิบสองคน');
  const told = deviation([filled, half, review.replace('ทุกสามปี', 'ทุกสี่ปี'), friends]);

  test('is told clause by clause: word for word, adapted, left out and added', () => {
    expect(
      told.parts.map((part) => [
        part.kind,
        part.kind === 'verbatim' ? part.own.eid : part.kind === 'adapted' ? part.own[0]?.eid : part.part.eid,
      ]),
    ).toEqual([
      ['verbatim', 'cl-1'],
      ['verbatim', 'cl-2'],
      ['left_out', 'cl-3'],
      ['adapted', 'cl-3'],
      ['added', 'cl-4'],
    ]);
    expect(told.counts).toEqual({
      ...{ model: 4, verbatim: 2, adapted: 1, leftOut: 1, added: 1 },
      ...{ filled: 2, open: 1 },
    });
    expect(deviationText(told.counts)).toBe(
      'ใช้ตรงคำต่อคำ 2 จาก 4 ข้อของแม่แบบ ปรับถ้อยคำ 1 ข้อ ไม่ได้นำมาใช้ 1 ข้อ เพิ่มเอง 1 ข้อ',
    );
    expect(blanksText(told.counts)).toBe('เติมช่องว่างของแม่แบบแล้ว 2 แห่ง ยังมีช่องว่างที่ไม่ได้เติม 1 แห่ง');
  });

  test('says what was written into the blanks', () => {
    expect(told.parts.flatMap((part) => (part.kind === 'verbatim' ? part.filled : []))).toEqual([
      { blank: '[ชื่อตำบล]', text: 'ทดสอบเหนือ' },
      { blank: '[จำนวน]', text: 'สิบสอง' },
    ]);
  });

  test('that is the model again differs in nothing', () => {
    const same = deviation([name, committee, waste, review]);
    expect(same.counts).toMatchObject({ verbatim: 4, adapted: 0, leftOut: 0, added: 0, filled: 0, open: 3 });
    expect(deviationText(same.counts)).toBe('ใช้ตรงคำต่อคำ 4 จาก 4 ข้อของแม่แบบ ไม่มีข้อใดต่างจากแม่แบบ');
  });
});
