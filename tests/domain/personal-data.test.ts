import { describe, expect, test } from 'vitest';
import { findPersonalData, isNationalId } from '../../src/domain/personal-data.ts';
import { toThaiDigits } from '../../src/thai/digits.ts';

const kindsIn = (text: string) => findPersonalData(text).map(({ kind }) => kind);

/** A made-up ID whose last digit is the one that the others ask for. */
function withCheckDigit(twelve: string): string {
  return [...'0123456789'].map((last) => `${twelve}${last}`).find(isNationalId) ?? '';
}

describe('personal data', () => {
  test.each([
    '0812345678',
    '081-234-5678',
    '081 234 5678',
    '08-1234-5678',
    '(081) 234-5678',
    '081.234.5678',
    '081–2345678',
    '+66 81 234 5678',
    '+66812345678',
    '+66 (0) 81-234-5678',
    '66 91 234 5678',
    '๐๖๑-๒๓๔-๕๖๗๘',
  ])('the mobile number %s is found in either kind of digit', (number) => {
    for (const written of [number, toThaiDigits(number)]) {
      expect(findPersonalData(`ติดต่อ โทร. ${written} ได้ทุกวัน`)).toEqual([
        { kind: 'mobile_number', text: written, index: 12 },
      ]);
    }
  });

  test.each([
    'งบประมาณ 0.812345678 ล้านบาท',
    'รหัส 10812345678',
    'โทรสำนักงาน 053-123456',
    'โทร 02-123-4567',
    'ประกาศเลขที่ 812345678',
    'เวลา 08.00-09.30 น.',
    'ดูที่ https://example.org/news/0812345678',
    'ปี 2560 และ ๒๕๖๑ ตำบล 560118',
  ])('%s holds none', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  test('a national ID is one whose check digit is right, however it is grouped', () => {
    let found = 0;
    for (let seed = 1; seed <= 500; seed += 1) {
      const id = withCheckDigit(String(100_000_000_000 + ((seed * 7_919_191_919) % 799_999_999_999)));
      const grouped = id.replace(
        /^(.)(.{4})(.{5})(.{2})(.)$/,
        seed % 2 ? '$1-$2-$3-$4-$5' : '$1 $2 $3 $4 $5',
      );
      for (const written of [id, grouped, toThaiDigits(grouped)]) {
        if (kindsIn(`เลขประจำตัว ${written} ออกให้`).includes('national_id')) found += 1;
      }
      const wrong = `${id.slice(0, 12)}${(Number(id[12]) + 1 + (seed % 9)) % 10}`;
      expect(kindsIn(`เลขประจำตัว ${wrong} ออกให้`)).not.toContain('national_id');
    }
    expect(found).toBe(1500);
  });

  test('house numbers and e-mail addresses are found, offices and official numbers are not', () => {
    expect(kindsIn('อยู่บ้านเลขที่ ๑๒/๓ หมู่ 4 อีเมล somchai.test@example.co.th')).toEqual(['house_number', 'email']);
    for (const home of ['ที่อยู่ ๙๙/๑ หมู่ 3 ต.ทดสอบ', 'อาศัยอยู่ที่ 45 ม.2', 'ซึ่งอยู่เลขที่ 7 หมู่ที่ 5'])
      expect(kindsIn(home), home).toEqual(['house_number']);
    expect(kindsIn('สำนักงานตั้งอยู่เลขที่ 9 หมู่ 2 มีผู้อยู่อาศัย 3 หมู่บ้าน')).toEqual([]);
    expect(kindsIn('หนังสือเลขที่ มท 0808.2/ว 123 และสำนักงานเลขที่ 9 หมู่ 2')).toEqual([]);
  });
});
