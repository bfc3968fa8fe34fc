import type { IsoDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';

/** Local governments of a test register, one for every two works; every 22nd of them was upgraded. */
export const organisationsFor = (works: number): number => Math.max(100, Math.ceil(works / 2));

const everyUpgraded = 22;

export const testOrganisationSlug = (number: number): string => `test-lao-${String(number).padStart(5, '0')}`;

/** The bodies that support test agreements and promise nothing. */
const supporters: readonly Organisation[] = [
  body('test-funder', 'fund', 'กองทุนทดสอบ'),
  body('test-academic-centre', 'centre', 'ศูนย์วิชาการทดสอบ'),
];

/**
 * The organisations of a test register: local governments, those that took the place of one, and two supporters.
 * @param places tambon codes to choose from
 */
export function testOrganisations(works: number, places: readonly string[]): readonly Organisation[] {
  const numbers = Array.from({ length: organisationsFor(works) }, (_, index) => index + 1);
  const local = numbers.map((number) => ({
    ...body(testOrganisationSlug(number), 'sao', `องค์การบริหารส่วนตำบลทดสอบ ${number}`),
    shortName: `อบต.ทดสอบ ${number}`,
    covers: [placeOf(number, places)],
  }));
  const upgraded = numbers
    .filter((number) => number % everyUpgraded === 0)
    .map((number) => ({
      ...body(
        `${testOrganisationSlug(number)}-town`,
        'subdistrict_municipality',
        `เทศบาลตำบลทดสอบ ${number}`,
      ),
      shortName: `ทต.ทดสอบ ${number}`,
      covers: [placeOf(number, places)],
      succeeds: [{ organisation: testOrganisationSlug(number), on: upgradedOn(number) }],
    }));
  return [...supporters, ...local, ...upgraded];
}

/** Neighbours in number lie in neighbouring places. */
export const placeOf = (number: number, places: readonly string[]): string =>
  places[(number * 7) % places.length] ?? '';

const upgradedOn = (number: number): IsoDate => `${2021 + (number % 4)}-10-01` as IsoDate;

function body(slug: string, kind: Organisation['kind'], name: string): Organisation {
  return {
    ...{ slug, kind, name, shortName: null, nameEn: null, aliases: [], dlaCode: null, covers: [] },
    ...{ parent: null, source: null, note: 'หน่วยงานสมมติเพื่อทดสอบระบบ' },
  };
}
