import { describe, expect, test } from 'vitest';
import { changedLines } from '../../src/writing/changed-lines.ts';
import { describeText } from '../../src/writing/describe-text.ts';
import { expandAbbreviation, findAbbreviations } from '../../src/writing/find-abbreviations.ts';
import { outlineHtml } from '../../src/writing/outline-html.ts';

describe('the short forms of a text', () => {
  const written = (text: string) => findAbbreviations(text).map(({ written: short, full }) => [short, full]);

  test('are found where they stand alone, with what they stand for', () => {
    expect(written('อบต.ทดสอบ ร่วมกับ รพ.สต. และ ต.ทดสอบเหนือ')).toEqual([
      ['อบต.', 'องค์การบริหารส่วนตำบล'],
      ['รพ.สต.', 'โรงพยาบาลส่งเสริมสุขภาพตำบล'],
      ['ต.', 'ตำบล'],
    ]);
  });

  test('inside longer ones, in words and in names of months are left alone', () => {
    expect(written('พ.ศ. 2560 วันที่ 3 ต.ค. และ จ.ส.ต. ทดสอบ นายก.ทต.')).toEqual([]);
  });

  test('with several meanings are told and never written in full', () => {
    expect(written('สช. และ ม. 5')).toEqual([
      ['สช.', null],
      ['ม.', null],
    ]);
    expect(expandAbbreviation('สช. ทดสอบ', 0)).toBe('สช. ทดสอบ');
  });

  test('are written in full one at a time, where they were found', () => {
    const text = 'อบต.ทดสอบ\nและ อบต.อื่น';
    const second = findAbbreviations(text)[1];
    expect(second?.line).toBe(2);
    expect(expandAbbreviation(text, second?.start ?? 0)).toBe('อบต.ทดสอบ\nและ องค์การบริหารส่วนตำบลอื่น');
    expect(expandAbbreviation(text, 3)).toBe(text);
  });
});

describe('the outline of a text', () => {
  test('tells every part with its line', () => {
    const html = outlineHtml(describeText('## หมวด 1 ก\n\n### ข้อ 1 น้ำ\n\nข้อความ'));
    expect(html).toContain('data-line="3">ข้อ 1 น้ำ');
    expect(html).toContain('เลขหมวดและข้อเรียงครบ');
  });

  test('says kindly what is missing, in the digits of the text', () => {
    expect(outlineHtml(describeText('### ข้อ ๑ ก\n\nก\n\n### ข้อ ๔ ข\n\nข'))).toContain(
      'ระหว่าง ข้อ ๑ กับ ข้อ ๔ ไม่มี ข้อ ๒ ถึง ข้อ ๓',
    );
  });

  test('shows markup in a heading as text', () => {
    const html = outlineHtml(describeText('## <img src=x onerror=alert(1)> "อบต.ก" & \'\n\n### ข้อ 1 <b>'));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('&lt;b&gt;');
  });
});

test('two texts differ in the lines from the first difference to the last', () => {
  expect(changedLines('ก\nข\nค', 'ก\nง\nจ\nค')).toEqual({ before: ['ข'], after: ['ง', 'จ'] });
  expect(changedLines('ก\nก', 'ก\nก\nก')).toEqual({ before: [], after: ['ก'] });
  expect(changedLines('ก', 'ก')).toBeNull();
});
