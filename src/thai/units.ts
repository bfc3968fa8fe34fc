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
    const [text] = match;
    const kind = kindOf(text);
    const start = match.index;
    units.push({
      kind,
      text: kind === 'number' && text.includes(',') ? text.replaceAll(',', '') : text,
      start,
      end: start + text.length,
    });
  }
  return units;
}

/** The first letter tells: no two alternatives of the pattern begin with the same one. */
function kindOf(text: string): UnitKind {
  const first = text.charCodeAt(0);
  if (first >= 0x0e01 && first <= 0x0e46) return 'thai';
  if (first >= 0x30 && first <= 0x39) return 'number';
  return /^\p{Script=Latin}/u.test(text) ? 'latin' : 'other';
}
