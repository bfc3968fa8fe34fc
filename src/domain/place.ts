export const placeLevels = ['province', 'district', 'tambon', 'village'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** An administrative place under its official code (a string of 2, 4, 6 or 8 digits). Names are not keys. */
export type Place = {
  readonly code: string;
  readonly level: PlaceLevel;
  /** Without prefix: สันป่าม่วง, เมืองพะเยา, พะเยา. */
  readonly name: string;
  readonly nameEn: string | null;
  readonly parentCode: string | null;
  readonly postcode: string | null;
  /** True in Bangkok, where a district is a เขต and a tambon a แขวง. */
  readonly isBangkok: boolean;
};

/** From the place itself up to its province. */
export type PlaceChain = readonly Place[];

/** The code and those of the places above it, smallest first: 560118 gives 560118, 5601, 56. */
export function codesUpward(code: string): readonly string[] {
  return [8, 6, 4, 2].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

export const isPlaceCode = (text: string): boolean => /^(?:\d{2}|\d{4}|\d{6}|\d{8})$/.test(text);
