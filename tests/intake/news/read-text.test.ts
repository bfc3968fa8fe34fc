import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, TextConflict } from '../../../src/domain/finding.ts';
import { readText } from '../../../src/intake/news/read-text.ts';
import { cpuOf } from '../../support/cpu-of.ts';
import { labelledNews, madeUpNames, unmarked } from './labelled-news.ts';

const read = (text: string) => readText(text, madeUpNames);
const found = (text: string): readonly Finding[] => read(text).findings;
const only = (text: string): Finding => {
  const [finding, ...others] = found(text);
  if (!finding || others.length > 0)
    throw new Error(`not one finding: ${JSON.stringify([finding, ...others])}`);
  return finding;
};
const conflictsIn = (text: string): readonly TextConflict['kind'][] =>
  read(text).conflicts.map(({ kind }) => kind);

describe('sentences of news with the traps of real ones', () => {
  test.each(labelledNews)('%s', (sentence) => {
    const { text, labels } = unmarked(sentence);
    const told = (kind: string, start: number, end: number) => `${kind}: ${text.slice(start, end)}`;
    expect(found(text).map(({ kind, start, end }) => told(kind, start, end))).toEqual(
      labels.map(({ kind, start, end }) => told(kind, start, end)),
    );
  });

  test('are found in one long text as they are alone', () => {
    const all = labelledNews.map((sentence) => unmarked(sentence).text);
    expect(found(all.join('\n')).map(({ text }) => text)).toEqual(
      all.flatMap((text) => found(text).map((one) => one.text)),
    );
  });
});

describe('a date', () => {
  test('is understood in both eras and both sets of digits, and its words are kept', () => {
    expect(only('เมื่อ ๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐ นี้')).toMatchObject({
      text: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐',
      value: { start: '2017-05-15', end: '2017-05-16', precision: 'day' },
    });
    expect(only('ปี ๖๓')).toMatchObject({ value: { start: '2020' } });
  });

  test('of the common era in Thai digits is not moved, and is pointed out', () => {
    expect(only('สมมติ ๒๐๒๐')).toMatchObject({ value: { start: '2020' } });
    expect(conflictsIn('สมมติ ๒๐๒๐')).toEqual(['thai_ce_year']);
  });

  test('without a year takes it only from one date around it, and says so', () => {
    const around = 'วันที่ 8 กันยายน ในงานระหว่าง 7 – 8 กันยายน 2559';
    expect(found(around)[0]).toMatchObject({ value: { start: '2016-09-08', isInferred: true } });
    expect(conflictsIn(around)).toEqual(['year_inferred']);
    const apart = 'วันที่ 8 กันยายน ในงานระหว่าง 17 – 18 กันยายน 2559';
    expect(found(apart)[0]).toMatchObject({ value: null });
    expect(conflictsIn(apart)).toEqual(['year_missing']);
    const two = 'วันที่ 8 กันยายน ทั้ง 7-8 กันยายน 2559 และ 8-9 กันยายน 2560';
    expect(found(two)[0]).toMatchObject({ value: null });
  });

  test.each([
    ['วันจันทร์ที่ 15 พฤษภาคม 2560', []],
    ['วันอังคารที่ 15 พฤษภาคม 2560', ['weekday_differs']],
    ['16-15 พฤษภาคม 2560', ['range_reversed']],
    ['พ.ศ. 2564-2560', ['range_reversed']],
    ['31 กุมภาพันธ์ 2560', ['no_such_date']],
    ['พ.ศ. 2017', ['era_differs']],
    ['15 พฤษภาคม ค.ศ. 2560', ['era_differs']],
    ['14-13-2017', ['no_such_date']],
  ] as const)('%s has the conflicts %j', (text, kinds) => {
    expect(conflictsIn(text)).toEqual(kinds);
  });
});

describe('a number', () => {
  test('keeps its comparison and what it is counted for', () => {
    expect(only('ไม่น้อยกว่า ๖ เรื่อง')).toMatchObject({
      value: 6,
      comparator: 'at_least',
      unit: 'เรื่อง',
      each: null,
    });
    expect(only('อย่างน้อยพื้นที่ละ 2 ประเด็น')).toMatchObject({ comparator: 'at_least', each: 'พื้นที่', value: 2 });
    expect(only('กว่า 500 คน')).toMatchObject({ comparator: 'more_than', value: 500 });
    expect(only('1 เรื่องต่อปี')).toMatchObject({ each: 'ปี', value: 1 });
    expect(only('2.5 ล้านบาท')).toMatchObject({ value: 2_500_000 });
  });

  test('that is several is not added up', () => {
    expect(only('๗+๑ นโยบาย')).toMatchObject({ value: null });
    expect(conflictsIn('๗+๑ นโยบาย')).toEqual(['several_numbers']);
  });

  test('that may be a year is not proposed', () => {
    expect(only('ใน 2560 ตำบล')).toMatchObject({ kind: 'quantity', value: null });
    expect(conflictsIn('ใน 2560 ตำบล')).toEqual(['year_or_count']);
  });

  test('that differs from another of the same unit is shown beside it, and neither is chosen', () => {
    const text = 'ดำเนินการ 15 ตำบล\nเดิมตั้งไว้ ๒๒ ตำบล';
    const [conflict] = read(text).conflicts;
    expect(conflict).toMatchObject({ kind: 'numbers_differ' });
    expect(conflict?.findings).toHaveLength(2);
    expect(found(text).map((one) => one.kind === 'quantity' && one.value)).toEqual([15, 22]);
    expect(conflictsIn('15 ตำบล ทั้ง ๑๕ ตำบล')).toEqual([]);
    expect(conflictsIn('15 ตำบล ไม่น้อยกว่า 22 ตำบล')).toEqual([]);
  });
});

describe('a body', () => {
  test('is known under any of its names, the longest first', () => {
    expect(only('สกท.')).toMatchObject({ slugs: ['test-fund'] });
    expect(only('เครือข่ายตำบลทดสอบภาคเหนือสุด')).toMatchObject({ slugs: ['test-network-north'] });
    expect(found('กสกท. และ สกทก')).toEqual([]);
    expect(only('โดยสกท.ร่วมด้วย')).toMatchObject({ slugs: ['test-fund'] });
  });

  test('has the role that the words before it state, and no other', () => {
    expect(only('แม่ข่ายอบต.ทดสอบเหนือ')).toMatchObject({ role: 'hub' });
    expect(only('การสนับสนุนจากสำนักงานกองทุนทดลอง')).toMatchObject({ role: 'funder' });
    expect(only('ร่วมกับสำนักงานกองทุนทดลอง')).toMatchObject({ role: null });
  });

  test('has the role that the words right after it state, or the question of a form on the line before', () => {
    expect(found('มีมูลนิธิคนทดลองเป็นกองเลขาประสาน')[0]).toMatchObject({ role: 'secretariat' });
    expect(only('ได้รับงบประมาณจาก\nสำนักงานกองทุนทดลอง')).toMatchObject({ role: 'funder' });
    expect(only('งบประมาณจากสมาชิก\nสำนักงานกองทุนทดลอง')).toMatchObject({ role: null });
  });

  test('shares the role of a list of three or more, and not that of another body beside it', () => {
    const rolesIn = (text: string) =>
      found(text).flatMap((one) => (one.kind === 'organisation' ? [one.role] : []));
    expect(
      rolesIn('ร่วมกับแม่ข่ายอบต.ทดสอบเหนือ อ.เมือง จ.ทดสอบ อบต.ไผ่ทดสอบ อ.บัวลอย จ.สมมติ และเทศบาลตำบลทดสอบใต้'),
    ).toEqual(['hub', 'hub', 'hub']);
    expect(rolesIn('แม่ข่ายอบต.ทดสอบเหนือ และเทศบาลตำบลทดสอบใต้')).toEqual(['hub', null]);
    expect(rolesIn('แม่ข่ายอบต.ทดสอบเหนือ พบกับเทศบาลตำบลทดสอบใต้')).toEqual(['hub', null]);
  });

  test('that fits two of the register is left to the officer, unless its district and province say which', () => {
    expect(only('อบต.ไผ่ทดสอบ')).toMatchObject({ slugs: ['sao-phai-98', 'sao-phai-99'] });
    expect(conflictsIn('อบต.ไผ่ทดสอบ')).toEqual(['several_organisations']);
    const [body, place] = found('อบต.ไผ่ทดสอบ อำเภอบัวลอย จังหวัดทดสอบ');
    expect(body).toMatchObject({ slugs: ['sao-phai-99'] });
    expect(place).toMatchObject({ kind: 'place', codes: ['9902'] });
  });

  test('that the register does not know is named, and nothing more', () => {
    expect(only('มูลนิธิคนทดลอง')).toMatchObject({ slugs: [], role: null });
    expect(only('เทศบาลตำบลทดสอบใต้')).toMatchObject({ slugs: [] });
  });
});

describe('a place', () => {
  test('is every code that fits all its words', () => {
    expect(only('ต.ไผ่ทดสอบ อ.บัวลอย จ.ทดสอบ')).toMatchObject({ codes: ['990201'] });
    expect(only('ตำบลไผ่ทดสอบ')).toMatchObject({ codes: ['980101', '990201'] });
    expect(conflictsIn('ตำบลไผ่ทดสอบ')).toEqual(['several_places']);
    expect(only('อำเภอเมือง จังหวัดสมมติ')).toMatchObject({ codes: ['9801'] });
    expect(only('อำเภอเมือง จังหวัดทดสอบ')).toMatchObject({ codes: ['9901'] });
  });

  test('whose name is a plain word is one only where a district says so', () => {
    expect(found('หนุนตำบลขยายให้ทำต่อ')).toEqual([]);
    expect(only('ตำบลขยาย อำเภอเมือง จังหวัดทดสอบ')).toMatchObject({ codes: ['990103'] });
  });

  test('that does not lie where the text says is not corrected', () => {
    expect(only('ตำบลทดสอบเหนือ อำเภอบัวลอย จังหวัดทดสอบ')).toMatchObject({ codes: [] });
    expect(conflictsIn('ตำบลทดสอบเหนือ อำเภอบัวลอย จังหวัดทดสอบ')).toEqual(['unknown_place']);
  });

  test('is known from the name of its local government', () => {
    const text = 'องค์การบริหารส่วนตำบลทดสอบเหนือ อำเภอเมือง จังหวัดทดสอบ';
    expect(found(text)[1]).toMatchObject({ kind: 'place', text: 'อำเภอเมือง จังหวัดทดสอบ', codes: ['990101'] });
  });
});

describe('a person', () => {
  test('is named with the office, and with what the words after it say was done', () => {
    expect(only('นายทดลอง  ตัวอย่าง นายอำเภอบัวลอย เป็นสักขีพยาน')).toMatchObject({
      name: 'นายทดลอง ตัวอย่าง',
      office: 'นายอำเภอบัวลอย',
      capacity: 'witness',
    });
  });

  test('in a list took part as the words behind the last of the list say', () => {
    const list = 'นายทดลอง ตัวอย่าง นายอำเภอบัวลอย นางสมมติ ตัวอย่าง กำนันตำบลไผ่ และนายลอง ดูก่อน กำนันตำบลผา ร่วมลงนาม';
    expect(found(list).flatMap((one) => (one.kind === 'person' ? [one.capacity] : []))).toEqual([
      'signatory',
      'signatory',
      'signatory',
    ]);
  });

  test('keeps the whole office when the office names a body, and the body can be taken too', () => {
    const [person, body] = found('นายทดลอง ตัวอย่าง ประธานกรรมการสถาบันฝึกทดลอง กล่าวว่า');
    expect(person).toMatchObject({
      office: 'ประธานกรรมการสถาบันฝึกทดลอง',
      text: 'นายทดลอง ตัวอย่าง ประธานกรรมการ',
    });
    expect(body).toMatchObject({ slugs: ['test-institute'] });
  });

  test('without an office is never proposed', () => {
    expect(found('นายสมมติ ตัวอย่าง บ้านเลขที่ 12 มาร่วมงาน นางลอง ดูก่อน ชาวบ้าน')).toEqual([]);
  });

  test('with two offices is pointed out', () => {
    const text = 'นายทดลอง ตัวอย่าง ประธานกรรมการกลาง กล่าว\nนายทดลอง ตัวอย่าง กรรมการสาขา กล่าว';
    expect(conflictsIn(text)).toEqual(['several_offices']);
  });
});

describe('what is around a text', () => {
  test('is not read: buttons, votes and shares', () => {
    const { boilerplate, findings } = read('ความนิยมข่าวนี้ / 5 คน จำนวนโหวต: 4 คน\nShares: 12 ครั้ง');
    expect([boilerplate.length, findings.length]).toEqual([2, 0]);
  });

  test('is pointed out when a caption stands inside a word', () => {
    const caption = 'คำใต้ภาพของการทดสอบระบบ';
    expect(conflictsIn(`${caption}\nเราจะสร้างชุมชนท้อง${caption}ถิ่นให้น่าอยู่ด้วยกัน`)).toEqual(['repeated_line']);
    expect(conflictsIn(`${caption}\nตามที่ว่า “${caption}” นั้น ขอให้ทุกคนร่วมกัน`)).toEqual([]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...labelledNews.map((sentence) => unmarked(sentence).text),
    ...['นาย', 'ตำบล', ' ', '\n', '๑', '12', 'พ.ศ.', 'เ', '้', '๒๕๖๐', 'อบต.', '-', '\u200b', 'ํ', 'า', '😀'],
  );

  test('has findings in its order that do not overlap, each with its own words', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const { findings, conflicts, boilerplate } = read(text);
        let end = 0;
        for (const finding of findings) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(text.slice(finding.start, finding.end)).toBe(finding.text);
          end = finding.end;
        }
        const ids = new Set(findings.map(({ id }) => id));
        expect(ids.size).toBe(findings.length);
        for (const conflict of conflicts) for (const id of conflict.findings) expect(ids).toContain(id);
        for (const span of boilerplate) expect(span.end).toBeLessThanOrEqual(text.length);
        expect(read(text)).toEqual({ findings, conflicts, boilerplate });
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    'นายทดลอง ตัวอย่าง ประธาน',
    'นาย\n',
    'ตำบลไผ่ทดสอบ ',
    '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐ ',
    '8-',
    'มูลนิธิกก ',
    '1,000',
    'เ',
  ])('of 256 KB made of %j is read in time that grows with it', async (unit) => {
    const ofBytes = (bytes: number): string => unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));
    const timed = async (text: string) => (await cpuOf(() => read(text))).cpu;
    await timed(ofBytes(16_384));
    const [small, large] = [await timed(ofBytes(32_768)), await timed(ofBytes(262_144))];
    expect(large).toBeLessThan(Math.max(1000, small * 40));
  });
});
