import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraOfYear, toBuddhistEraYear, toCommonEraYear } from '../../src/thai/buddhist-era.ts';
import { toArabicDigits, toThaiDigits } from '../../src/thai/digits.ts';
import { formatInstant, formatWrittenDate } from '../../src/thai/format-date.ts';
import { parseWrittenDate } from '../../src/thai/parse-date.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';
import { cpuOf } from '../support/cpu-of.ts';

type Vectors = { dates: { input: string; iso: string | null }[] };
const vectors = JSON.parse(
  readFileSync(new URL('./thai-vectors.json', import.meta.url), 'utf8'),
) as unknown as Vectors;

const isoOf = (date: WrittenDate | null) =>
  date && (date.end === null ? date.start : `${date.start}/${date.end}`);
const written = (start: string, end: string | null, precision: WrittenDate['precision']): WrittenDate => ({
  start,
  end,
  precision,
  textAsWritten: null,
  isInferred: false,
});

describe('reading a written date', () => {
  it.each(vectors.dates)('reads "$input" as $iso', ({ input, iso }) => {
    expect(isoOf(parseWrittenDate(input))).toBe(iso);
  });

  it.each([
    ['31 ต.ค.–1 พ.ย. 2565', '2022-10-31/2022-11-01'],
    ['28 ธันวาคม 2560 – 3 มกราคม 2561', '2017-12-28/2018-01-03'],
    ['14-07-2017', '2017-07-14'],
    ['14/07/2560', '2017-07-14'],
    ['14.7.60', '2017-07-14'],
    ['15-16/05/2560', '2017-05-15/2017-05-16'],
    ['14/07/2560 - 16/07/2560', '2017-07-14/2017-07-16'],
    ['2017-05-15', '2017-05-15'],
    ['2560-05-15', '2017-05-15'],
    ['2017-05-15T16:03:00+07:00', '2017-05-15'],
    ['2017-05-15/2017-05-16', '2017-05-15/2017-05-16'],
    ['2017-05', '2017-05'],
    ['May,24 2017', '2017-05-24'],
    ['May 24, 2017', '2017-05-24'],
    ['24 Sept. 2017', '2017-09-24'],
    ['May 15–16, 2017', '2017-05-15/2017-05-16'],
    ['๑๕ พฤษภาคม ๒๐๒๐', '2020-05-15'],
    ['๒๐๒๐', '2020'],
    ['2017', '2017'],
    ['2560', '2017'],
    ['ค.ศ. 2017', '2017'],
    ['พุทธศักราช ๒๕๖๐', '2017'],
    ['ปี พ.ศ. 2560', '2017'],
    ['พ.ศ. 2564–2570', '2021/2027'],
    ['ปี 2564 ถึง 2570', '2021/2027'],
    ['2564-70', '2021/2027'],
    ['พฤษภาคม 2560', '2017-05'],
    ['เดือนพฤษภาคม พ.ศ. ๒๕๖๐', '2017-05'],
    ['พ.ค. 60', '2017-05'],
    ['พฤษภาคม–มิถุนายน 2560', '2017-05/2017-06'],
    ['ธันวาคม 2560 - มกราคม 2561', '2017-12/2018-01'],
    ['ม.ค.ถึง ก.พ. 2560', '2017-01/2017-02'],
    ['ปีงบประมาณ 2566', '2022-10-01/2023-09-30'],
    ['ประจำปีงบประมาณ พ.ศ. ๒๕๖๖', '2022-10-01/2023-09-30'],
    ['ปีงบประมาณ 2023', '2022-10-01/2023-09-30'],
    ['ปีงบประมาณ 2564-2570', '2020-10-01/2027-09-30'],
    ['วันเสาร์-อาทิตย์ที่ 15–16 กรกฎาคม 2560 เวลา 9.00-16.30 น.', '2017-07-15/2017-07-16'],
    ['ประกาศ ณ วันที่ ๓ มีนาคม พ.ศ. ๒๕๕๐', '2007-03-03'],
    ['29 กุมภาพันธ์ 2563', '2020-02-29'],
    ['30 มิ.ย. 2560', '2017-06-30'],
    ['5 ธค 2559', '2016-12-05'],
    ['15-15 พฤษภาคม 2560', '2017-05-15'],
  ])('reads "%s" as %s', (input, iso) => {
    expect(isoOf(parseWrittenDate(input))).toBe(iso);
  });

  it.each([
    ['31 กุมภาพันธ์ 2560'],
    ['29 กุมภาพันธ์ 2562'],
    ['31/04/2560'],
    ['0 พฤษภาคม 2560'],
    ['15/13/2560'],
    ['30 พฤศจิกายน 544'],
    ['1 มกราคม 2483'],
    ['กุมภาพันธ์ 2483'],
    ['ค.ศ. 2560'],
    ['พ.ศ. 2017'],
    ['16–15 พฤษภาคม 2560'],
    ['พ.ศ. 2570–2564'],
    ['พฤษภาคม'],
    ['15'],
    ['63'],
    ['ปี'],
    ['ปีงบประมาณ'],
    [''],
    ['น่าจะ 15 พฤษภาคม 2560'],
    ['15 พฤษภาคม 2560 และ 20 พฤษภาคม 2560'],
    ['24 May 17'],
    ['เครือข่าย 54 อปท.'],
    ['1111 2222'],
    ['2099-2101'],
    ['9'.repeat(500)],
  ])('refuses "%s"', (input) => {
    expect(parseWrittenDate(input)).toBeNull();
  });

  it('keeps the wording, and does not call a stated year inferred', () => {
    expect(parseWrittenDate('  ๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐ ')).toEqual({
      start: '2017-05-15',
      end: '2017-05-16',
      precision: 'day',
      textAsWritten: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐',
      isInferred: false,
    });
  });

  it('takes a missing year from the context, in either era, and says that it did', () => {
    for (const year of [2560, 2017]) {
      expect(parseWrittenDate('วันนี้ (13 ธันวาคม)', { year })).toMatchObject({
        start: '2017-12-13',
        isInferred: true,
      });
    }
    expect(parseWrittenDate('13 ธันวาคม 2559', { year: 2560 })).toMatchObject({
      start: '2016-12-13',
      isInferred: false,
    });
    expect(parseWrittenDate('13 ธันวาคม', { year: 544 })).toBeNull();
  });

  it('puts the start of a range over the new year in the year before, and says that it inferred it', () => {
    expect(parseWrittenDate('30 ธันวาคม – 2 มกราคม 2561')).toMatchObject({
      start: '2017-12-30',
      end: '2018-01-02',
      isInferred: true,
    });
  });

  it('answers any text without throwing, and quickly', async () => {
    const pieces = fc.constantFrom(
      ...[
        '15',
        '2560',
        '๖๐',
        '-',
        '–',
        ' ',
        '.',
        '/',
        'พ.ค.',
        'May',
        'ปี',
        'พ.ศ.',
        'ถึง',
        'น.',
        '16:03',
        'ก',
        '(',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const date = parseWrittenDate(text);
        if (date !== null) expect(date.textAsWritten).toBe(text.trim());
      }),
      { numRuns: 2000 },
    );
    const { cpu } = await cpuOf(() => {
      for (const piece of ['1-', '1 ', 'ก.', '((', '12:30-', 'วัน']) parseWrittenDate(piece.repeat(100_000));
    });
    expect(cpu).toBeLessThan(200);
  });
});

const day = fc
  .date({ min: new Date('1941-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cut = (length: number) => day.map((iso) => iso.slice(0, length));
const rangeOf = (one: fc.Arbitrary<string>) =>
  fc.tuple(one, fc.option(one)).map(([a, b]) => {
    const [start, end] = b === null ? [a, null] : [a, b].sort();
    return [start ?? a, end === start ? null : (end ?? null)] as const;
  });
const dates = fc.oneof(
  rangeOf(day).map(([start, end]) => written(start, end, 'day')),
  rangeOf(cut(7)).map(([start, end]) => written(start, end, 'month')),
  rangeOf(cut(4)).map(([start, end]) => written(start, end, 'year')),
  fc
    .tuple(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 7 }))
    .map(([from, years]) => written(`${from}-10-01`, `${from + years}-09-30`, 'fiscal_year')),
);

describe('writing a date', () => {
  it.each([
    [written('2017-05-15', '2017-05-16', 'day'), '15–16\u00a0พฤษภาคม\u00a02560'],
    [written('2022-10-31', '2022-11-01', 'day'), '31\u00a0ตุลาคม – 1\u00a0พฤศจิกายน\u00a02565'],
    [written('2017-12-28', '2018-01-03', 'day'), '28\u00a0ธันวาคม\u00a02560 – 3\u00a0มกราคม\u00a02561'],
    [written('2017-05', null, 'month'), 'พฤษภาคม\u00a02560'],
    [written('2017-05', '2017-06', 'month'), 'พฤษภาคม–มิถุนายน\u00a02560'],
    [written('2017', null, 'year'), 'พ.ศ.\u00a02560'],
    [written('2021', '2027', 'year'), 'พ.ศ.\u00a02564–2570'],
    [written('2022-10-01', '2023-09-30', 'fiscal_year'), 'ปีงบประมาณ\u00a02566'],
    [written('2020-10-01', '2027-09-30', 'fiscal_year'), 'ปีงบประมาณ\u00a02564–2570'],
    [written('1940-02-01', null, 'day'), '1\u00a0กุมภาพันธ์\u00a02482'],
  ])('writes %o as %s', (date, text) => {
    expect(formatWrittenDate(date)).toBe(text);
  });

  it('can use Thai digits, short months and both eras', () => {
    const date = written('2017-05-15', '2017-05-16', 'day');
    expect(formatWrittenDate(date, { digits: 'thai' })).toBe('๑๕–๑๖\u00a0พฤษภาคม\u00a0๒๕๖๐');
    expect(formatWrittenDate(date, { style: 'short' })).toBe('15–16\u00a0พ.ค.\u00a02560');
    expect(formatWrittenDate(date, { era: 'both' })).toBe('15–16\u00a0พฤษภาคม\u00a02560 (ค.ศ.\u00a02017)');
  });

  it('is read back as the same date, whatever the digits and the length of the month names', () => {
    const options = fc.record({
      digits: fc.constantFrom('arabic' as const, 'thai' as const),
      style: fc.constantFrom('long' as const, 'short' as const),
    });
    fc.assert(
      fc.property(dates, options, (date, option) => {
        const { start, end, precision } = date;
        expect(parseWrittenDate(formatWrittenDate(date, option))).toMatchObject({ start, end, precision });
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses a date that does not have its stated precision', () => {
    expect(() => formatWrittenDate(written('2017', null, 'day'))).toThrow(RangeError);
  });

  it('tells an instant in Thai time, whatever the offset it was given in', () => {
    expect(formatInstant('2026-11-22T06:05:00Z')).toBe('22\u00a0พฤศจิกายน\u00a02569 เวลา\u00a013.05\u00a0น.');
    expect(formatInstant('2026-12-31T23:30:00-05:00')).toBe(
      '1\u00a0มกราคม\u00a02570 เวลา\u00a011.30\u00a0น.',
    );
    expect(() => formatInstant('2026-11-22')).toThrow(RangeError);
    expect(() => formatInstant('T never Z')).toThrow(RangeError);
  });
});

describe('the Buddhist era', () => {
  it('turns into the common era and back for every month that existed', () => {
    for (let year = 2400; year <= 2700; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const common = toCommonEraYear(year, month);
        if (common === null) expect([year, month <= 3]).toEqual([2483, true]);
        else expect(toBuddhistEraYear(common, month)).toBe(year);
      }
    }
  });

  it('is told from the common era by the value of the year alone', () => {
    expect([2400, 2560, 2700, 1900, 2017, 2100].map(eraOfYear)).toEqual(['be', 'be', 'be', 'ce', 'ce', 'ce']);
    expect([544, 1899, 2101, 2399, 2701].map(eraOfYear)).toEqual([null, null, null, null, null]);
  });
});

describe('digits', () => {
  it('turn from Thai to Arabic and back without touching anything else', () => {
    expect(toArabicDigits('พ.ศ. ๒๕๖๐ (2017)')).toBe('พ.ศ. 2560 (2017)');
    expect(toThaiDigits('ข้อ 10 ฿')).toBe('ข้อ ๑๐ ฿');
  });
});
