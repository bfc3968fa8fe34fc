import type { Organisation } from '../../src/domain/organisation.ts';
import type { Place } from '../../src/domain/place.ts';
import type { Scheme } from '../../src/domain/scheme.ts';

const place = (code: string, level: Place['level'], name: string, parentCode: string | null): Place => ({
  code,
  level,
  name,
  nameEn: null,
  parentCode,
  postcode: null,
  isBangkok: false,
});

/** A made-up corner of a country, under codes that no real place has. */
export const testPlaces: readonly Place[] = [
  place('99', 'province', 'ทดสอบ', null),
  place('9901', 'district', 'เมืองทดสอบ', '99'),
  place('990101', 'tambon', 'ทดสอบเหนือ', '9901'),
  place('990102', 'tambon', 'ทดสอบใต้', '9901'),
];

const localGovernment = (slug: string, tambon: string, covers: string): Organisation => ({
  slug,
  kind: 'sao',
  name: `องค์การบริหารส่วนตำบล${tambon}`,
  shortName: `อบต.${tambon}`,
  nameEn: null,
  aliases: [],
  dlaCode: null,
  covers: [covers],
  parent: null,
  source: null,
  note: null,
});

/** The local governments of the two tambons. */
export const northOrganisation = localGovernment('sao-test-north', 'ทดสอบเหนือ', '990101');
export const southOrganisation = localGovernment('sao-test-south', 'ทดสอบใต้', '990102');

/** The body that runs the network of the two. */
export const hubOrganisation: Organisation = {
  ...localGovernment('hub-test', 'ทดสอบแม่ข่าย', '9901'),
  kind: 'centre',
  name: 'ศูนย์จัดการเครือข่ายทดสอบ',
  shortName: null,
};

/** A network that both local governments belong to. */
export const networkOrganisation: Organisation = {
  ...localGovernment('network-test', 'ทดสอบเครือข่าย', '9901'),
  kind: 'group',
  name: 'เครือข่ายทดสอบ',
  shortName: null,
};

/** One scheme with one topic, `test/one`. */
export const testSchemes: readonly Scheme[] = [
  {
    slug: 'test',
    title: 'หัวข้อทดสอบ',
    titleEn: null,
    status: 'confirmed',
    claimedSize: null,
    source: 'test',
    terms: [{ slug: 'one', label: 'หนึ่ง', note: null }],
  },
];
