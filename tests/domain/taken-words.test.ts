import { describe, expect, test } from 'vitest';
import { createWordComparer } from '../../src/difference/compare-words.ts';
import { filledBlanks, isFilledOnly, withBlanks } from '../../src/domain/blanks.ts';
import { applyRuns } from '../../src/domain/difference/text-runs.ts';
import { compareTaken } from '../../src/domain/taken-words.ts';
import { takenText } from '../../src/i18n/lineage.ts';

const model = 'ธรรมนูญนี้เรียกว่า “ธรรมนูญตำบล [ชื่อตำบล]” มีกรรมการ [จำนวน] คน';
const compare = () => withBlanks(createWordComparer());
const taken = (source: string, own: string) =>
  compareTaken({ heading: 'ชื่อ', text: source }, { heading: 'ชื่อ', text: own }, createWordComparer());

describe('the blanks of a model', () => {
  test('that were filled in are told as filled, and nothing as changed', () => {
    const own = model.replace('[ชื่อตำบล]', 'ทดสอบตำบลเหนือ').replace('[จำนวน]', 'สิบสอง');
    const runs = compare()(model, own);
    expect(applyRuns(model, runs)).toBe(own);
    expect(isFilledOnly(runs)).toBe(true);
    expect(filledBlanks(runs)).toEqual([
      { blank: '[ชื่อตำบล]', text: 'ทดสอบตำบลเหนือ' },
      { blank: '[จำนวน]', text: 'สิบสอง' },
    ]);
    expect(takenText(taken(model, own), false)).toBe('ตรงตามต้นทาง เติมช่องว่าง 2 แห่ง');
  });

  test('are told apart from words that were changed beside them', () => {
    const own = model.replace('[ชื่อตำบล]', 'ทดสอบ').replace('มีกรรมการ', 'มีคณะทำงาน');
    const runs = compare()(model, own);
    expect(applyRuns(model, runs)).toBe(own);
    expect(filledBlanks(runs)).toEqual([{ blank: '[ชื่อตำบล]', text: 'ทดสอบ' }]);
    expect(isFilledOnly(runs)).toBe(false);
    expect(taken(model, own).kind).toBe('reworded');
  });

  test('that nobody filled in are words like others', () => {
    expect(compare()(model, model)).toEqual([{ kind: 'same', text: model }]);
    const own = model.replace('[จำนวน]', 'ห้า');
    expect(filledBlanks(compare()(model, own))).toEqual([{ blank: '[จำนวน]', text: 'ห้า' }]);
  });

  test('cannot make a comparison slow', () => {
    const many = '[ก] ข '.repeat(3000);
    const own = `${'ข '.repeat(6000)}ค`;
    expect(applyRuns(many, compare()(many, own))).toBe(own);
  });

  test('control: a filling of several lines is text of its own', () => {
    const own = model.replace('[จำนวน]', `ห้า\n${'ทดสอบ'.repeat(50)}`);
    expect(taken(model, own).kind).not.toBe('filled');
  });
});

describe('words that were taken over', () => {
  test('are the same, reworded, or their own', () => {
    const source = 'ตำบลซ้อมหนีภัยปีละหนึ่งครั้ง โดยมีผู้สูงอายุและเด็กร่วมซ้อมด้วย';
    expect(taken(source, source)).toEqual({ kind: 'same' });
    expect(taken(source, source.replace('ปีละหนึ่งครั้ง', 'ปีละสองครั้ง')).kind).toBe('reworded');
    expect(taken(source, 'หัวหน้าคุ้มนับคนให้ครบแล้วบอกผู้ใหญ่บ้าน')).toEqual({ kind: 'own' });
    expect(compareTaken(null, { heading: null, text: source }, createWordComparer())).toEqual({
      kind: 'unknown',
    });
  });
});
