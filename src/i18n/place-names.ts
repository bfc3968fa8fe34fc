import type { Place, PlaceChain, PlaceLevel } from '../domain/place.ts';

type Wording = { readonly short: string; readonly full: string };

const usual: Readonly<Record<PlaceLevel, Wording>> = {
  province: { short: 'จ.', full: 'จังหวัด' },
  district: { short: 'อ.', full: 'อำเภอ' },
  tambon: { short: 'ต.', full: 'ตำบล' },
  village: { short: 'บ้าน', full: 'หมู่บ้าน' },
};

const bangkok: Readonly<Record<PlaceLevel, Wording>> = {
  province: { short: '', full: '' },
  district: { short: 'เขต', full: 'เขต' },
  tambon: { short: 'แขวง', full: 'แขวง' },
  village: { short: 'ชุมชน', full: 'ชุมชน' },
};

const wordingOf = (place: Place): Wording => (place.isBangkok ? bangkok : usual)[place.level];

/** ต.สันป่าม่วง; a name alone is never shown, because many places share it. */
export const shortPlaceName = (place: Place): string => `${wordingOf(place).short}${place.name}`;

/** ตำบลสันป่าม่วง */
export const fullPlaceName = (place: Place): string => `${wordingOf(place).full}${place.name}`;

/** The word for the level of a place: ตำบล, or แขวง in Bangkok. Empty for Bangkok itself. */
export const placeLevelWord = (place: Place): string => wordingOf(place).full;

/** ต.สันป่าม่วง อ.เมืองพะเยา จ.พะเยา */
export const placeLine = (chain: PlaceChain): string => chain.map(shortPlaceName).join(' ');

/** What the places inside one of a level are called: อำเภอ (เขต in Bangkok) inside a province. */
export function wordForInside(place: Place): string | null {
  switch (place.level) {
    case 'province':
      return place.isBangkok ? 'เขต' : 'อำเภอ';
    case 'district':
      return place.isBangkok ? 'แขวง' : 'ตำบล';
    case 'tambon':
    case 'village':
      return null;
    default:
      return place.level satisfies never;
  }
}
