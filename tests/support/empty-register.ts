import { openRegister, type Register } from '../../db/connection.ts';
import type { Place } from '../../src/domain/place.ts';
import { storeReferenceData } from '../../src/registry/store-reference-data.ts';

const place = (code: string, level: Place['level'], name: string, parentCode: string | null): Place => ({
  code,
  level,
  name,
  nameEn: null,
  parentCode,
  postcode: null,
  isBangkok: false,
});

/** A made-up corner of a country: one province, two districts, three tambons. */
export const testPlaces: readonly Place[] = [
  place('99', 'province', 'ทดสอบ', null),
  place('9901', 'district', 'เมืองทดสอบ', '99'),
  place('9902', 'district', 'ทดสอบเหนือ', '99'),
  place('990101', 'tambon', 'ทดสอบหนึ่ง', '9901'),
  place('990102', 'tambon', 'ทดสอบสอง', '9901'),
  place('990201', 'tambon', 'ทดสอบสาม', '9902'),
];

/** A migrated register in memory that knows a few made-up places and one scheme, and holds no work. */
export async function emptyRegister(file = ':memory:'): Promise<Register> {
  const register = openRegister({ file });
  await storeReferenceData(register, {
    places: testPlaces,
    schemes: [
      {
        slug: 'test',
        title: 'หัวข้อทดสอบ',
        titleEn: null,
        status: 'confirmed',
        claimedSize: null,
        source: 'test',
        terms: [{ slug: 'one', label: 'หนึ่ง', note: null }],
      },
    ],
  });
  return register;
}
