import { describe, expect, test } from 'vitest';
import { findTerms } from '../../src/domain/find-terms.ts';

const term = (name: string, ...abbreviations: string[]) => ({ term: name, abbreviations });
const found = (text: string, terms: readonly ReturnType<typeof term>[], most = 10) =>
  findTerms(text, terms, most).map((one) => one.term);

describe('the words of the glossary in a text', () => {
  test('stand in the order in which a reader meets them', () => {
    const terms = [term('ประชาคม'), term('ฉันทามติ')];
    expect(found('ใช้ฉันทามติในเวทีประชาคม', terms)).toEqual(['ฉันทามติ', 'ประชาคม']);
  });

  test('hide a shorter word inside a longer one', () => {
    const terms = [term('ตำบลสุขภาวะ'), term('สุขภาวะ')];
    expect(found('เครือข่ายตำบลสุขภาวะ', terms)).toEqual(['ตำบลสุขภาวะ']);
    expect(found('ตำบลสุขภาวะ และสุขภาวะของเด็ก', terms)).toEqual(['ตำบลสุขภาวะ', 'สุขภาวะ']);
  });

  test('are found in each spelling and without what stands in brackets', () => {
    expect(found('ประกาศเจตนารมณ์ร่วมกัน', [term('ปฏิญญา หรือประกาศเจตนารมณ์')])).toHaveLength(1);
    expect(found('ตามธรรมนูญนี้', [term('ธรรมนูญ (ของพื้นที่)')])).toHaveLength(1);
  });

  test('are never torn out of a syllable', () => {
    expect(found('แกน้ำ', [term('กน')])).toEqual([]);
    expect(found('ประชาคมี', [term('ประชาคม')])).toEqual([]);
  });

  test('are found by an abbreviation that stands alone, and not inside another', () => {
    const terms = [term('กรมการพัฒนาชุมชน', 'พช.'), term('บันทึกข้อตกลง', 'MOU')];
    expect(found('สำนักงาน พช. และ MOU', terms)).toHaveLength(2);
    expect(found('อพช. และ MOUNTAIN', terms)).toEqual([]);
  });

  test('are at most as many as asked for, those used most often', () => {
    const terms = [term('แกนนำ'), term('พี่เลี้ยง'), term('ขยายผล')];
    expect(found('แกนนำ พี่เลี้ยง ขยายผล พี่เลี้ยง ขยายผล', terms, 2)).toEqual(['พี่เลี้ยง', 'ขยายผล']);
  });

  test('are none in a text without them', () => {
    expect(found('ข้อความธรรมดา', [term('แกนนำ')])).toEqual([]);
    expect(found('', [])).toEqual([]);
  });
});
