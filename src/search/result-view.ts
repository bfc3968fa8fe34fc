import { cutExcerpt, type ExcerptPart, findMatches, markText } from './excerpt.ts';
import type { Hit, HitTier } from './hit.ts';
import { type Phrase, phraseKey } from './phrase.ts';
import type { SearchRecord, SearchSection } from './search-record.ts';
import type { HitGroup } from './search-session.ts';

/** A provision in which something was found. `href` leads to it in its edition. */
export type ClauseView = {
  readonly href: string;
  readonly label: string;
  readonly excerpt: readonly ExcerptPart[];
};

/** One result as a visitor sees it: everything is text, nothing is markup. */
export type ResultView = {
  readonly href: string;
  readonly title: readonly ExcerptPart[];
  readonly typeLabel: string;
  readonly editionLabel: string;
  readonly isCurrent: boolean;
  readonly provenance: SearchRecord['provenance'];
  readonly placeLine: readonly ExcerptPart[];
  readonly clauses: readonly ClauseView[];
  /** How many more provisions hold a match. */
  readonly moreClauses: number;
  readonly why: WhyFound;
  readonly otherEditions: readonly { readonly href: string; readonly label: string }[];
};

/** Why a result is shown: how exact, which words, and which other names or years stood for them. */
export type WhyFound = {
  readonly tier: HitTier;
  readonly words: readonly string[];
  readonly otherNames: readonly string[];
};

const clausesShown = 3;

/** Loads the records of one group and prepares its result. Rejects when a record cannot be read. */
export async function viewResult(group: HitGroup): Promise<ResultView> {
  const [best, ...others] = group;
  const record = await best.folder.readRecord(best.page);
  const otherRecords = await Promise.all(
    others.slice(0, 5).map(({ folder, page }) => folder.readRecord(page)),
  );
  const phrases = distinctPhrases(best);
  const clauses = clausesOf(record, phrases);
  return {
    href: record.url,
    title: markText(record.title, phrases),
    typeLabel: record.typeLabel,
    editionLabel: record.editionLabel,
    isCurrent: record.isCurrent,
    provenance: record.provenance,
    placeLine: markText(record.placeLine, phrases),
    clauses: clauses.slice(0, clausesShown),
    moreClauses: Math.max(0, clauses.length - clausesShown),
    why: whyFound(best),
    otherEditions: otherRecords.map(({ url, editionLabel }) => ({ href: url, label: editionLabel })),
  };
}

function distinctPhrases({ found }: Hit): readonly Phrase[] {
  return [...new Map(found.map(({ phrase }) => [phraseKey(phrase), phrase])).values()];
}

/** The provisions with a match, those with the most different words first, in reading order among equals. */
function clausesOf(record: SearchRecord, phrases: readonly Phrase[]): readonly ClauseView[] {
  return record.sections
    .map((section) => ({ section, words: wordsIn(section, phrases) }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words)
    .map(({ section }) => toClause(record.url, section, phrases));
}

function wordsIn({ heading, text }: SearchSection, phrases: readonly Phrase[]): number {
  return new Set(
    [...findMatches(heading, phrases), ...findMatches(text, phrases)].map(({ phrase }) => phrase),
  ).size;
}

function toClause(url: string, section: SearchSection, phrases: readonly Phrase[]): ClauseView {
  const { eid, label, heading, text } = section;
  return {
    href: eid === '' ? url : `${url}#${eid}`,
    label: heading.includes(label) ? heading : `${label} ${heading}`.trim(),
    excerpt: cutExcerpt(text, phrases),
  };
}

function whyFound({ tier, found }: Hit): WhyFound {
  const typed = found.filter(({ kind }) => kind === 'typed').map(({ written }) => written);
  const others = found.filter(({ kind }) => kind !== 'typed').map(({ written }) => written);
  return { tier, words: [...new Set(typed)], otherNames: [...new Set(others)] };
}
