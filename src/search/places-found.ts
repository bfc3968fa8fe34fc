import { findMatches } from '../thai/mark-text.ts';
import { headingText, placeTexts } from './page-html.ts';
import type { Phrase } from './phrase.ts';
import type { SearchRecord, SearchSection } from './search-record.ts';

/** A section of a record in which something was found: the numbers of the phrases that stand in it, at least one. */
export type FoundSection = { readonly section: SearchSection; readonly phrases: ReadonlySet<number> };

/** A place of a record in which something was found; `section` is null for what stands in no text of the edition. */
export type FoundPlace = {
  readonly kind: 'title' | 'place' | 'facts' | 'section';
  readonly section: SearchSection | null;
  /** What stands there, as written. */
  readonly text: string;
  readonly phrases: ReadonlySet<number>;
};

/** The sections in which something stands, in the order of the text. */
export const foundSections = (
  { sections }: SearchRecord,
  phrases: readonly Phrase[],
): readonly FoundSection[] =>
  sections
    .map((section) => ({ section, phrases: standingIn([headingText(section), section.text], phrases) }))
    .filter((found) => found.phrases.size > 0);

/**
 * Every place of a record in which something stands: its title, its places, its facts, and its sections in the order of
 * the text. Facts (type, label, names, sources) are told where something stands in them and nowhere else, as a result
 * of a search does; words that came after the publication do not count.
 */
export function placesFound(record: SearchRecord, phrases: readonly Phrase[]): readonly FoundPlace[] {
  const { title, placeLine } = record;
  const named: readonly FoundPlace[] = [
    { kind: 'title' as const, text: title, phrases: standingIn([title], phrases) },
    { kind: 'place' as const, text: placeLine, phrases: standingIn(placeTexts(record), phrases) },
  ]
    .filter((found) => found.phrases.size > 0)
    .map((found) => ({ ...found, section: null }));
  const sections = foundSections(record, phrases).map(
    ({ section, phrases: standing }): FoundPlace => ({
      kind: 'section',
      section,
      text: section.text,
      phrases: standing,
    }),
  );
  const seen = new Set([...named, ...sections].flatMap((found) => [...found.phrases]));
  return [...named, ...foundInFacts(record, phrases, seen), ...sections];
}

/** The lines of the facts with what stands nowhere else, as one place; none when there is nothing of that kind. */
function foundInFacts(
  { typeLabel, editionLabel, keywords }: SearchRecord,
  phrases: readonly Phrase[],
  seen: ReadonlySet<number>,
): readonly FoundPlace[] {
  const found = [typeLabel, editionLabel, keywords].map((text) => ({
    text,
    matches: findMatches(text, phrases).filter(({ phrase }) => !seen.has(phrase)),
  }));
  const standing = new Set(found.flatMap(({ matches }) => matches.map(({ phrase }) => phrase)));
  if (standing.size === 0) return [];
  const lines = found.flatMap(({ text, matches }) => linesWith(text, matches));
  return [{ kind: 'facts', section: null, text: lines.join('\n'), phrases: standing }];
}

/** The lines of a text that a match touches; one may run on into the next. */
function linesWith(
  text: string,
  matches: readonly { readonly start: number; readonly end: number }[],
): readonly string[] {
  let begin = 0;
  return text.split('\n').filter((line) => {
    const [from, to] = [begin, begin + line.length];
    begin = to + 1;
    return matches.some(({ start, end }) => start < to && end > from);
  });
}

const standingIn = (texts: readonly string[], phrases: readonly Phrase[]): ReadonlySet<number> =>
  new Set(texts.flatMap((text) => findMatches(text, phrases).map(({ phrase }) => phrase)));
