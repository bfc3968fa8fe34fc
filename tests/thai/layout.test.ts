import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withNoBreaks } from '../../src/thai/no-break.ts';
import { joinSoftBreaks } from '../../src/thai/soft-breaks.ts';
import { cpuOf } from '../support/cpu-of.ts';

const _ = '\u00a0';
const pieces = [
  'ต.',
  'อ.',
  ' ',
  '  ',
  'ข้อ',
  '๕',
  '5',
  'ๆ',
  'พ.ศ.',
  'ทดสอบ',
  '\n',
  '\n\n',
  '- ',
  '> ',
  '# ',
  '|',
];
const text = fc
  .array(fc.constantFrom(...pieces, '```', '~~~', '    ', '---', '\\', 'ก.', '\r'), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('no-break spaces', () => {
  it.each([
    ['ต. ทดสอบ อ. ทดสอบ จ. ทดสอบ', `ต.${_}ทดสอบ อ.${_}ทดสอบ จ.${_}ทดสอบ`],
    ['บ้านทดสอบ ม. 1 หมู่ที่ ๓', `บ้านทดสอบ ม.${_}1 หมู่ที่${_}๓`],
    ['ข้อ ๕ หมวด 2 ส่วนที่ 1 ฉบับที่ 6', `ข้อ${_}๕ หมวด${_}2 ส่วนที่${_}1 ฉบับที่${_}6`],
    ['พ.ศ. ๒๕๖๐ ค.ศ. 2017', `พ.ศ.${_}๒๕๖๐ ค.ศ.${_}2017`],
    ['ต่าง ๆ', `ต่าง${_}ๆ`],
    ['ตามข้อ 38 ในปี 2564', `ตามข้อ${_}38 ในปี${_}2564`],
    ['เมื่อวันที่ 14 กรกฎาคม ๒๕๖๐', `เมื่อวันที่${_}14${_}กรกฎาคม${_}๒๕๖๐`],
    ['30 ม.ค. 2566 เวลา 16.03 น.', `30${_}ม.ค.${_}2566 เวลา${_}16.03${_}น.`],
    ['ไม่น้อยกว่า 6 รูปแบบ 54 อปท.', `ไม่น้อยกว่า 6${_}รูปแบบ 54${_}อปท.`],
    ['ขยะ · น้ำ · ป่า', `ขยะ${_}· น้ำ${_}· ป่า`],
  ])('keep together "%s"', (input, output) => {
    expect(withNoBreaks(input)).toBe(output);
  });

  it.each([['ต.ทดสอบ'], ['อบต. ทดสอบ'], ['พ.ศ.2560'], ['ข้อ ห้าม'], ['หัวข้อ 5'], ['มาก มาย'], ['ข้อ\n5']])(
    'leave "%s" alone',
    (input) => {
      expect(withNoBreaks(input)).toBe(input);
    },
  );

  it('change nothing when put in twice, and only ever replace spaces', () => {
    fc.assert(
      fc.property(text, (input) => {
        const once = withNoBreaks(input);
        expect(withNoBreaks(once)).toBe(once);
        expect(once.replace(/[ \u00a0\t]+/g, ' ')).toBe(input.replace(/[ \t]+/g, ' '));
      }),
    );
  });
});

describe('joining soft breaks', () => {
  it.each([
    ['a paragraph', 'ชุมชนร่วม\nกันคิด', 'ชุมชนร่วมกันคิด'],
    ['three lines', 'ชุมชน\nร่วม\nกัน', 'ชุมชนร่วมกัน'],
    ['lines that end in CR LF', 'ชุมชน\r\nร่วม\r\n', 'ชุมชนร่วม\r\n'],
    ['an indented continuation of a list item', '- ชุมชน\n  ร่วม', '- ชุมชนร่วม'],
    ['a line that ends in a repetition sign', 'ต่างๆ\nกัน', 'ต่างๆกัน'],
  ])('joins %s', (_name, input, output) => {
    expect(joinSoftBreaks(input)).toBe(output);
  });

  it.each([
    ['paragraphs', 'ก\n\nข'],
    ['list items', '- ก\n- ข'],
    ['numbered items', '1. ก\n2. ข'],
    ['lettered items', 'รายการ\nก. หนึ่ง\nข. สอง'],
    ['a heading and its text', '# ก\nข'],
    ['a heading that follows', 'ก\n# ข'],
    ['quotes', '> ก\n> ข'],
    ['a quote and a lazy line', '> ก\nข'],
    ['table rows', '| ก | ข |\n|---|---|\n| ค | ง |'],
    ['table rows without outer bars', 'ก | ข\n--|--\nค | ง\nจ | ฉ'],
    ['table rows of one cell', 'ก | ข\n--|--\nค\nง'],
    ['fenced code', '```\nก\nข\n```'],
    ['tilde-fenced code', '~~~\nก\n```\nข\n~~~'],
    ['indented code', '    ก\n    ข'],
    ['a hard break of two spaces', 'ก  \nข'],
    ['a hard break of a backslash', 'ก\\\nข'],
    ['Thai beside Latin', 'ก\nabc'],
    ['Thai beside digits', 'ก\n๒๕๖๐'],
    ['a clause that opens on its own line', 'ชุมชน\nข้อ ๕ ให้มี'],
    ['a link definition', '[ก]: /ก\nข'],
  ])('leaves %s alone', (_name, input) => {
    expect(joinSoftBreaks(input)).toBe(input);
  });

  it('goes on after a closed fence', () => {
    expect(joinSoftBreaks('```\nก\nข\n```\n\nค\nง')).toBe('```\nก\nข\n```\n\nคง');
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(text, (input) => {
        const once = joinSoftBreaks(input);
        expect(joinSoftBreaks(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads 100,000 hostile characters in linear time', async () => {
    const { cpu } = await cpuOf(() => {
      for (const piece of ['ก\n', '> ', '`', '|-', ' ', 'ต. ', 'ข้อ ', '[', '\n']) {
        const hostile = piece.repeat(100_000 / piece.length);
        joinSoftBreaks(hostile);
        joinSoftBreaks(`${hostile}x|-`);
        withNoBreaks(hostile);
      }
    });
    expect(cpu).toBeLessThan(1000);
  });
});
