import { describe, expect, it } from 'vitest';
import { placeLabel, shortPlaceLine } from '../../src/domain/place-label.ts';
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts';

const places = loadGazetteer();
const byCode = new Map(places.map((place) => [place.code, place]));
const chainOf = (code: string) =>
  [6, 4, 2]
    .filter((digits) => digits <= code.length)
    .flatMap((digits) => byCode.get(code.slice(0, digits)) ?? []);

describe('the gazetteer', () => {
  it('has 77 provinces, 878 amphoe and 50 khet, 7,256 tambon and 180 khwaeng', () => {
    const count = (level: string, isBangkok: boolean) =>
      places.filter((place) => place.level === level && place.isBangkok === isBangkok).length;
    expect(places.filter((place) => place.level === 'province')).toHaveLength(77);
    expect([count('district', false), count('district', true)]).toEqual([878, 50]);
    expect([count('tambon', false), count('tambon', true)]).toEqual([7256, 180]);
  });

  it('gives every place a code of its own, with the length of its level, below a known parent', () => {
    expect(byCode.size).toBe(places.length);
    const digits = { province: 2, district: 4, tambon: 6, village: 8 };
    const parentLevel = { province: null, district: 'province', tambon: 'district', village: 'tambon' };
    for (const { code, level, parentCode, postcode, name } of places) {
      expect(code).toMatch(new RegExp(`^\\d{${digits[level]}}$`));
      expect(parentCode === null ? null : byCode.get(parentCode)?.level).toBe(parentLevel[level]);
      expect(postcode === null).toBe(level !== 'tambon');
      expect(name).toMatch(/^[ก-๎]/);
      expect(name).not.toMatch(/^(จังหวัด|อำเภอ|ตำบล|แขวง|ต\.|อ\.|จ\.(?!ป\.ร\.))/);
    }
  });

  it.each([
    ['411806', 'ต.บ้านหยวก อ.น้ำโสม จ.อุดรธานี'],
    ['401303', 'ต.โนนทอง อ.แวงใหญ่ จ.ขอนแก่น'],
    ['301220', 'ต.ขุนทอง อ.บัวใหญ่ จ.นครราชสีมา'],
    ['341904', 'ต.ดอนจิก อ.พิบูลมังสาหาร จ.อุบลราชธานี'],
    ['370307', 'ต.นาป่าแซง อ.ปทุมราชวงศา จ.อำนาจเจริญ'],
    ['960510', 'ต.มะรือโบตก อ.ระแงะ จ.นราธิวาส'],
    ['960501', 'ต.ตันหยงมัส อ.ระแงะ จ.นราธิวาส'],
    ['901101', 'ต.หาดใหญ่ อ.หาดใหญ่ จ.สงขลา'],
    ['900101', 'ต.บ่อยาง อ.เมืองสงขลา จ.สงขลา'],
    ['901102', 'ต.ควนลัง อ.หาดใหญ่ จ.สงขลา'],
    ['901118', 'ต.พะตง อ.หาดใหญ่ จ.สงขลา'],
    ['901007', 'ต.ปาดังเบซาร์ อ.สะเดา จ.สงขลา'],
    ['560118', 'ต.สันป่าม่วง อ.เมืองพะเยา จ.พะเยา'],
    ['570508', 'ต.ป่าหุ่ง อ.พาน จ.เชียงราย'],
    ['570711', 'ต.ศรีค้ำ อ.แม่จัน จ.เชียงราย'],
    ['901506', 'ต.ชะแล้ อ.สิงหนคร จ.สงขลา'],
    ['370703', 'ต.เปือย อ.ลืออำนาจ จ.อำนาจเจริญ'],
    ['620703', 'ต.หนองหลวง อ.ลานกระบือ จ.กำแพงเพชร'],
    ['900701', 'ต.ระโนด อ.ระโนด จ.สงขลา'],
    ['900210', 'ต.บ่อแดง อ.สทิงพระ จ.สงขลา'],
    ['900902', 'ต.ท่าชะมวง อ.รัตภูมิ จ.สงขลา'],
    ['900203', 'ต.สนามชัย อ.สทิงพระ จ.สงขลา'],
    ['900501', 'ต.เทพา อ.เทพา จ.สงขลา'],
    ['901505', 'ต.วัดขนุน อ.สิงหนคร จ.สงขลา'],
    ['901204', 'ต.คลองหรัง อ.นาหม่อม จ.สงขลา'],
    ['901401', 'ต.บางกล่ำ อ.บางกล่ำ จ.สงขลา'],
    ['510803', 'ต.วังผาง อ.เวียงหนองล่อง จ.ลำพูน'],
    ['160205', 'ต.โคกสลุง อ.พัฒนานิคม จ.ลพบุรี'],
    ['301314', 'ต.โนนเพ็ด อ.ประทาย จ.นครราชสีมา'],
    ['650207', 'ต.น้ำกุ่ม อ.นครไทย จ.พิษณุโลก'],
  ])('knows %s as %s, with romanised names', (code, line) => {
    const chain = chainOf(code);
    expect(shortPlaceLine(chain)).toBe(line);
    expect(chain.map((place) => place.nameEn)).not.toContain(null);
  });

  it.each([
    ['103604', 'แขวงดอนเมือง เขตดอนเมือง กรุงเทพฯ'],
    ['120505', 'ต.ขุนศรี อ.ไทรน้อย จ.นนทบุรี'],
    ['301417', 'ต.ธงชัยเหนือ อ.ปักธงชัย จ.นครราชสีมา'],
  ])('has the corrected row %s, %s', (code, line) => {
    expect(shortPlaceLine(chainOf(code))).toBe(line);
  });

  it('has no row of the dropped codes', () => {
    expect(['104701', '103204', '102703'].filter((code) => byCode.has(code))).toEqual([]);
  });

  it('has a romanised name for every province', () => {
    expect(places.filter(({ level, nameEn }) => level === 'province' && nameEn === null)).toEqual([]);
    expect(byCode.get('16')?.nameEn).toBe('Lop Buri');
    expect(byCode.get('96')?.nameEn).toBe('Narathiwat');
  });
});

describe('the label of a place', () => {
  it('says what kind of place it is', () => {
    expect(chainOf('560118').map(placeLabel)).toEqual(['ตำบลสันป่าม่วง', 'อำเภอเมืองพะเยา', 'จังหวัดพะเยา']);
  });

  it('says แขวง and เขต in Bangkok, and never จังหวัดกรุงเทพมหานคร', () => {
    expect(chainOf('103001').map(placeLabel)).toEqual(['แขวงลาดยาว', 'เขตจตุจักร', 'กรุงเทพมหานคร']);
  });

  it('goes from the smallest place to the largest, whatever the order given', () => {
    expect(shortPlaceLine(chainOf('560118').reverse())).toBe('ต.สันป่าม่วง อ.เมืองพะเยา จ.พะเยา');
    expect(shortPlaceLine(chainOf('10'))).toBe('กรุงเทพฯ');
  });
});
