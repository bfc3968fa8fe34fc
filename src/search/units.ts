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
    '(?<thai>[เ-ไ]?[ก-ฮ][\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E]*[าำๅ]?ะ?|[เ-ไ]|[ะาำๅ]|ๆ)',
    '(?<number>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)',
    '(?<latin>[\\p{Script=Latin}][\\p{Script=Latin}\\p{Mn}]*)',
    '(?<other>(?!ฯ)[\\p{L}\\p{N}])',
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
    const start = match.index;
    const end = start + match[0].length;
    units.push({ ...kindAndText(match), start, end });
  }
  return units;
}

function kindAndText(match: RegExpMatchArray): Pick<Unit, 'kind' | 'text'> {
  const groups = match.groups ?? {};
  if (groups['thai'] !== undefined) return { kind: 'thai', text: groups['thai'] };
  if (groups['number'] !== undefined) return { kind: 'number', text: groups['number'].replaceAll(',', '') };
  if (groups['latin'] !== undefined) return { kind: 'latin', text: groups['latin'] };
  return { kind: 'other', text: match[0] };
}
