/** What a unit is made of: one Thai character cluster, a run of Latin letters, a run of digits, one other letter. */
export type UnitKind = 'thai' | 'latin' | 'number' | 'other';

/** The smallest thing search compares. `start` and `end` are offsets in the search form it was cut from. */
export type Unit = {
  readonly kind: UnitKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const unitPattern = new RegExp(
  [
    // leading vowel? consonant, marks, following vowels
    '[เ-ไ]?[ก-ฮ][\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E]*[าำๅ]?ะ?|[เ-ไ]|[ะาำๅ]|ๆ',
    '[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+',
    '[\\p{Script=Latin}][\\p{Script=Latin}\\p{Mn}]*',
    '(?!ฯ)[\\p{L}\\p{N}]',
  ].join('|'),
  'gu',
);

/**
 * Cuts a search form (see `toSearchForm`) into units, the same way in every runtime and without a dictionary.
 * Punctuation, spaces, ฯ and stray marks are not units and do not break adjacency: อ.บ.ต. and อบต are one.
 */
export function toUnits(form: string): readonly Unit[] {
  const units: Unit[] = [];
  for (const match of form.matchAll(unitPattern)) {
    const [written] = match;
    const start = match.index;
    units.push({ kind: kindOf(written), text: textOf(written), start, end: start + written.length });
  }
  return units;
}

/** The texts of the units of a search form, without where they stand: a third of the time of `toUnits`. */
export const toUnitTexts = (form: string): readonly string[] => form.match(unitPattern)?.map(textOf) ?? [];

/** What a unit is made of, by its text. The first letter tells: no two alternatives of the pattern begin with the same one. */
export function kindOf(text: string): UnitKind {
  const first = text.charCodeAt(0);
  if (first >= 0x0e01 && first <= 0x0e46) return 'thai';
  if (isDigit(first)) return 'number';
  return /^\p{Script=Latin}/u.test(text) ? 'latin' : 'other';
}

/** A number is the same with and without commas between its thousands. */
const textOf = (written: string): string =>
  isDigit(written.charCodeAt(0)) && written.includes(',') ? written.replaceAll(',', '') : written;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
