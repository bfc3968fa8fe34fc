import { findMatches, type MarkedPart, markText } from '../thai/mark-text.ts';
import { cutExcerpt } from './excerpt.ts';
import type { Hit, HitGroup, HitTier } from './hit.ts';
import { headingText } from './page-html.ts';
import { type Phrase, phraseKey } from './phrase.ts';
import { foundSections } from './places-found.ts';
import type { Alternative } from './query.ts';
import type { SearchRecord, SearchSection } from './search-record.ts';

/** A provision in which something was found. `href` leads to it in its edition. */
export type ClauseView = {
  readonly href: string;
  readonly label: readonly MarkedPart[];
  /** Empty for a heading that has no text of its own. */
  readonly excerpt: readonly MarkedPart[];
};

/** One edition with what was found in it: the clauses shown, and how many more hold a match. */
export type EditionView = {
  readonly href: string;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly clauses: readonly ClauseView[];
  readonly moreClauses: number;
};

/** One result as a visitor sees it: everything is text, nothing is markup. */
export type ResultView = EditionView & {
  readonly workHref: string;
  readonly title: readonly MarkedPart[];
  readonly typeLabel: string;
  readonly provenance: SearchRecord['provenance'];
  readonly placeLine: readonly MarkedPart[];
  /** Where something was found that stands in no text: another name, an organisation, a source. */
  readonly aside: readonly MarkedPart[];
  readonly why: WhyFound;
  /** How many other editions of the work answer too. */
  readonly others: number;
  /** Those of them that were asked for. */
  readonly otherEditions: readonly EditionView[];
};

/** Why a result is shown: how exact, which words, and which other names or years stood for them. */
export type WhyFound = {
  readonly tier: HitTier;
  readonly words: readonly string[];
  readonly otherNames: readonly string[];
};

const placesShown = 2;
const placeSeparator = ' · ';
const clausesShown = { best: 3, others: 2 } as const;
/** A work with more editions than this shows the newest of them. */
const othersShown = 5;

/**
 * Loads the records of one group and prepares its result. Rejects when a record cannot be read.
 * @param showsOlder whether the other editions that answer are loaded and shown, or only counted
 */
export async function viewResult(group: HitGroup, showsOlder: boolean): Promise<ResultView> {
  const [best, ...others] = group;
  const shown = showsOlder ? others.slice(0, othersShown) : [];
  const [record, ...otherRecords] = await Promise.all(
    [best, ...shown].map(({ folder, page }) => folder.readRecord(page)),
  );
  if (record === undefined) throw new Error('a group has a best hit');
  const phrases = distinctPhrases(best);
  const edition = viewEdition(record, phrases, clausesShown.best);
  const title = markText(record.title, phrases);
  const placeLine = markText(shortPlaces(record.placeLine, phrases), phrases);
  const isSeen = edition.clauses.length > 0 || [...title, ...placeLine].some(({ isMarked }) => isMarked);
  return {
    ...edition,
    workHref: record.workPath,
    title,
    typeLabel: record.typeLabel,
    provenance: record.provenance,
    placeLine,
    aside: isSeen ? [] : foundAside(record, phrases),
    why: whyFound(best),
    others: others.length,
    otherEditions: otherRecords.map((other, index) =>
      viewEdition(other, distinctPhrases(shown[index] ?? best), clausesShown.others),
    ),
  };
}

/** An agreement may name dozens of places: those with a match are shown, or the first. */
function shortPlaces(placeLine: string, phrases: readonly Phrase[]): string {
  const places = placeLine.split(placeSeparator);
  if (places.length <= placesShown) return placeLine;
  const matching = places.filter((place) => findMatches(place, phrases).length > 0);
  const shown = [...new Set([...matching, ...places])].slice(0, placesShown);
  const rest = places.length - shown.length;
  return `${shown.join(placeSeparator)}${placeSeparator}และอีก\u00a0${rest.toLocaleString('th-TH')}\u00a0แห่ง`;
}

function viewEdition(record: SearchRecord, phrases: readonly Phrase[], most: number): EditionView {
  const clauses = clausesOf(record, phrases);
  return {
    href: record.url,
    label: record.editionLabel,
    isCurrent: record.isCurrent,
    clauses: clauses.slice(0, most).map((section) => toClause(record.url, section, phrases)),
    moreClauses: Math.max(0, clauses.length - most),
  };
}

function foundAside(record: SearchRecord, phrases: readonly Phrase[]): readonly MarkedPart[] {
  const { keywords, laterKeywords = '' } = record;
  const line = `${keywords}\n${laterKeywords}`
    .split('\n')
    .find((each) => findMatches(each, phrases).length > 0);
  return line === undefined ? [] : cutExcerpt(line, phrases);
}

function distinctPhrases({ foundIn, page }: Hit): readonly Phrase[] {
  return [...new Map(foundIn(page).map(({ phrase }) => [phraseKey(phrase), phrase])).values()];
}

/** The provisions with a match, those with the most different words first, in reading order among equals. */
const clausesOf = (record: SearchRecord, phrases: readonly Phrase[]): readonly SearchSection[] =>
  [...foundSections(record, phrases)]
    .sort((a, b) => b.phrases.size - a.phrases.size)
    .map(({ section }) => section);

function toClause(url: string, section: SearchSection, phrases: readonly Phrase[]): ClauseView {
  const { eid, text } = section;
  return {
    href: eid === '' ? url : `${url}#${eid}`,
    label: markText(headingText(section), phrases),
    excerpt: cutExcerpt(text, phrases),
  };
}

/** Why an edition is shown. */
export function whyFound({ tier, foundIn, page }: Hit): WhyFound {
  const found = foundIn(page);
  const writtenBy = (...kinds: readonly Alternative['kind'][]): readonly string[] =>
    found.filter(({ kind }) => kinds.includes(kind)).map(({ written }) => written);
  const typed = writtenBy('typed');
  const others = writtenBy('other-name', 'other-era', 'corrected');
  return { tier, words: [...new Set(typed)], otherNames: [...new Set(others)] };
}
