/** A word to look for, as the glossary writes it, and its abbreviations. */
export type Term = { readonly term: string; readonly abbreviations: readonly string[] };

/** Signs that are drawn on the letter before: a word never ends before one. */
const NOT_BEFORE_MARK = '(?![\\u0e31\\u0e33-\\u0e3a\\u0e47-\\u0e4e])';
/** A vowel written before its consonant: a word never begins after one. */
const NOT_AFTER_VOWEL = '(?<![\\u0e40-\\u0e44])';
/** An abbreviation is a word of its own: "ศจค" is not looked for inside other letters. */
const ALONE = ['(?<![\\p{L}\\p{M}\\p{N}.])', '(?![\\p{L}\\p{M}\\p{N}])'] as const;

/**
 * The terms that occur in a text, at most `most` of them: those used most often, in the order of their first use. At
 * each place the longest term counts and hides shorter ones inside it; no letter is torn from its vowel or tone.
 * "ปฏิญญา หรือประกาศเจตนารมณ์" is two spellings; what stands in brackets is not looked for.
 */
export function findTerms<T extends Term>(text: string, terms: readonly T[], most: number): readonly T[] {
  const owners = new Map<string, T>();
  for (const term of terms) for (const form of formsOf(term)) if (!owners.has(form)) owners.set(form, term);
  if (owners.size === 0) return [];
  const forms = [...owners.keys()].sort((a, b) => b.length - a.length);
  const uses = new Map<T, number>();
  for (const [found] of text.matchAll(new RegExp(forms.map(patternOf).join('|'), 'gu'))) {
    const owner = owners.get(found);
    if (owner) uses.set(owner, (uses.get(owner) ?? 0) + 1);
  }
  const often = [...uses].sort(([, a], [, b]) => b - a).slice(0, most);
  const kept = new Set(often.map(([term]) => term));
  return [...uses.keys()].filter((term) => kept.has(term));
}

function formsOf({ term, abbreviations }: Term): readonly string[] {
  const spellings = term.replace(/\s*\([^)]*\)/g, '').split(/\s+หรือ\s*/);
  return [...spellings, ...abbreviations].map((form) => form.trim()).filter((form) => form.length > 1);
}

function patternOf(form: string): string {
  const literal = form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const isShort = /\.|^[A-Za-z]|^\p{L}{2,4}$/u.test(form);
  return isShort ? `${ALONE[0]}${literal}${ALONE[1]}` : `${NOT_AFTER_VOWEL}${literal}${NOT_BEFORE_MARK}`;
}
