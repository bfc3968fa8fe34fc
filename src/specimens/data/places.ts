import type { Organisation } from '../../domain/organisation.ts';
import type { Place, PlaceChain } from '../../domain/place.ts';

const placeOf = (code: string, level: Place['level'], name: string): Place => ({
  code,
  level,
  name,
  nameEn: null,
  parentCode: code.length > 2 ? code.slice(0, -2) : null,
  postcode: level === 'tambon' ? '99000' : null,
  isBangkok: false,
});

export const testProvince = placeOf('99', 'province', 'ทดสอบ');
export const testDistrict = placeOf('9901', 'district', 'เมืองทดสอบ');
export const testTambon = placeOf('990101', 'tambon', 'ทดสอบเหนือ');
export const otherTambon = placeOf('990102', 'tambon', 'ทดสอบใต้');

/** From the tambon up to its province. */
export const testChain: PlaceChain = [testTambon, testDistrict, testProvince];
export const otherChain: PlaceChain = [otherTambon, testDistrict, testProvince];

const organisationOf = (
  slug: string,
  kind: Organisation['kind'],
  name: string,
  more: Partial<Organisation> = {},
): Organisation => ({
  slug,
  kind,
  name,
  shortName: null,
  nameEn: null,
  aliases: [],
  dlaCode: null,
  covers: [],
  parent: null,
  source: null,
  note: null,
  ...more,
});

export const testSao = organisationOf('test-sao', 'sao', 'องค์การบริหารส่วนตำบลทดสอบเหนือ', {
  shortName: 'อบต.ทดสอบเหนือ',
  nameEn: 'Test North Subdistrict Administrative Organisation',
  aliases: ['อบต.ทดสอบ (เหนือ)'],
  dlaCode: '06990101',
  covers: ['990101'],
  parent: 'test-institute',
  source: 'แหล่งทดสอบ',
  note: 'ข้อมูลทดสอบ ไม่ใช่หน่วยงานจริง',
});
export const testInstitute = organisationOf(
  'test-institute',
  'institute',
  'สถาบันทดสอบการจัดการระบบข้อตกลงร่วมของชุมชนท้องถิ่นแห่งประเทศทดสอบ',
);
/** What the อบต. of the test data was upgraded to. */
export const testMunicipality = organisationOf(
  'test-municipality',
  'subdistrict_municipality',
  'เทศบาลตำบลทดสอบเหนือ',
);
export const testOrganisations: ReadonlyMap<string, Organisation> = new Map(
  [testSao, testInstitute, testMunicipality].map((one) => [one.slug, one]),
);
