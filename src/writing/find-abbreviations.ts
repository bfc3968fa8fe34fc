import abbreviations from '../../content/vocabularies/abbreviations.json' with { type: 'json' };

/** A short form in a text that is being written. */
export type FoundAbbreviation = {
  /** UTF-16 index in the text. */
  readonly start: number;
  readonly written: string;
  /** What it stands for; null when it may stand for several things, so that only its writer knows. */
  readonly full: string | null;
  /** From 1. */
  readonly line: number;
};

type Short = { readonly full: string | null; readonly needsName: boolean };

const THAI = '[\\u0e01-\\u0e4e]';

/** Short forms by how they are written; only such as end with a dot, because without it they are words. */
const shorts: ReadonlyMap<string, Short> = new Map(
  abbreviations.groups.flatMap(({ kind, forms }): (readonly [string, Short])[] => {
    const [written, full] = forms;
    if (written === undefined || !/^[\u0e01-\u0e2e.]+\.$/.test(written)) return [];
    // ม. before a number is หมู่ที่ as well as มาตรา.
    if (kind === 'ambiguous' || written === 'ม.') return [[written, { full: null, needsName: false }]];
    if (full === undefined || (kind !== 'term' && kind !== 'before-name')) return [];
    return [[written, { full, needsName: kind === 'before-name' }]];
  }),
);

const alternatives = [...shorts.keys()]
  .sort((one, other) => other.length - one.length)
  .map((written) => written.replaceAll('.', '\\.'))
  .join('|');

/** Not behind a letter or dot: inside a longer short form or a word it is another thing. */
const SHORT = new RegExp(`(?<![\\u0e01-\\u0e4e.])(?:${alternatives})(?![\\u0e01-\\u0e2e]{1,3}\\.)`, 'gu');
const NAME = new RegExp(`^ ?${THAI}{2,}(?!\\.)`, 'u');
const NUMBER = /^ ?[0-9๐-๙]/;

/** Short forms of the vocabulary in a text, in its order. */
export function findAbbreviations(text: string): readonly FoundAbbreviation[] {
  const found: FoundAbbreviation[] = [];
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(SHORT)) {
    const [written] = match;
    const short = shorts.get(written);
    const after = text.slice(match.index + written.length, match.index + written.length + 24);
    if (!short || (short.needsName && !NAME.test(after))) continue;
    if (written === 'ม.' && !NUMBER.test(after)) continue;
    for (; counted < match.index; counted += 1) if (text[counted] === '\n') line += 1;
    found.push({ start: match.index, written, full: short.full, line });
  }
  return found;
}

/** The text with the short form at `start` written in full; unchanged when there is none that can be. */
export function expandAbbreviation(text: string, start: number): string {
  const found = findAbbreviations(text).find((one) => one.start === start);
  if (!found?.full) return text;
  return text.slice(0, start) + found.full + text.slice(start + found.written.length);
}
