import type { PlaceLevel } from './place.ts';

/** What a label needs to know of an official place; `name` has no prefix ("เมืองพะเยา", "สันป่าม่วง"). */
export type LabelledPlace = {
  readonly level: PlaceLevel;
  readonly name: string;
  readonly isBangkok: boolean;
};

/** The full label: "จังหวัดพะเยา", "อำเภอเมืองพะเยา", "ตำบลสันป่าม่วง"; in Bangkok "เขต…", "แขวง…", "กรุงเทพมหานคร". */
export function placeLabel({ level, name, isBangkok }: LabelledPlace): string {
  switch (level) {
    case 'province':
      return isBangkok ? name : `จังหวัด${name}`;
    case 'district':
      return `${isBangkok ? 'เขต' : 'อำเภอ'}${name}`;
    case 'tambon':
      return `${isBangkok ? 'แขวง' : 'ตำบล'}${name}`;
    case 'village':
      return name;
    default:
      return level satisfies never;
  }
}

/**
 * One line from the smallest place to the largest, whatever the order of `chain`:
 * "ต.สันป่าม่วง อ.เมืองพะเยา จ.พะเยา", "แขวงลาดยาว เขตจตุจักร กรุงเทพฯ".
 */
export function shortPlaceLine(chain: readonly LabelledPlace[]): string {
  return chain
    .toSorted((a, b) => SIZES.indexOf(a.level) - SIZES.indexOf(b.level))
    .map(shortLabel)
    .join(' ');
}

const SIZES: readonly LabelledPlace['level'][] = ['village', 'tambon', 'district', 'province'];

function shortLabel(place: LabelledPlace): string {
  if (place.isBangkok) return place.level === 'province' ? 'กรุงเทพฯ' : placeLabel(place);
  const prefix = { village: '', tambon: 'ต.', district: 'อ.', province: 'จ.' }[place.level];
  return `${prefix}${place.name}`;
}
