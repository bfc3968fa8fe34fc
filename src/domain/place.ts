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

/**
 * The village an eight-digit code stands for, whose last two digits are its หมู่ที่; nothing for
 * other codes. Villages enter the register when a record names them.
 */
export function villageOf(code: string): readonly Place[] {
  if (!/^\d{8}$/.test(code)) return [];
  const parentCode = code.slice(0, 6);
  const name = `หมู่ที่ ${Number(code.slice(6))}`;
  return [
    {
      code,
      level: 'village',
      name,
      nameEn: null,
      parentCode,
      postcode: null,
      isBangkok: code.startsWith('10'),
    },
  ];
}
