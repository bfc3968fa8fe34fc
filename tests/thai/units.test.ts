import { describe, expect, it } from 'vitest';
import { toSearchForm } from '../../src/thai/normal-form.ts';
import { toUnits, toUnitTexts } from '../../src/thai/units.ts';

const cut = (text: string): readonly string[] => toUnits(toSearchForm(text)).map((unit) => unit.text);

describe('units of Thai text', () => {
  it('keeps a vowel and a tone with their consonant', () => {
    expect(cut('ข่าวน้ำเสื้อ')).toEqual(['ข่า', 'ว', 'น้ำ', 'เสื้', 'อ']);
  });
  it('cuts numbers whole, in either numeral set, with or without thousands commas', () => {
    expect(cut('๒๕๖๐ 2,500 บาท')).toEqual(['2560', '2500', 'บา', 'ท']);
  });
  it('cuts Latin words whole and apart from the Thai around them', () => {
    expect(cut('ลงนาม(MOU)กับTCNAP')).toEqual(['ล', 'ง', 'นา', 'ม', 'mou', 'กั', 'บ', 'tcnap']);
  });
  it('passes over punctuation, spaces and the abbreviation mark', () => {
    expect(cut('อ.บ.ต.ฯ')).toEqual(cut('อบต'));
  });
  it('gives a text of stray marks no units', () => {
    expect(cut('่้๊๋ ุู ...')).toEqual([]);
  });
  it('says where in the search form each unit stands', () => {
    const form = toSearchForm('ปี พ.ศ. ๒๕๖๐');
    expect(toUnits(form).map(({ start, end }) => form.slice(start, end))).toEqual(['ปี', 'พ', 'ศ', '2560']);
  });
  it('gives the texts alone as it gives them with their places', () => {
    const text = 'ปี พ.ศ. ๒,๕๖๐ ลงนาม (MOU) ๑๒,๕๐๐ บาท น้ําเเข็ง ฯลฯ 1,2 ñ漢字';
    expect(toUnitTexts(toSearchForm(text))).toEqual(cut(text));
    expect(cut(text)).toContain('2560');
    expect(toUnitTexts('่้๊๋ ...')).toEqual([]);
  });
});
