import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits } from '../thai/units.ts';
import type { SearchRecord, SearchSection } from './search-record.ts';
import { blockEnd, toTokens } from './tokens.ts';

/** How much a word counts by where it stands. The weight also tells the reader which kind of block it was. */
export const blockWeights = { title: 10, place: 8, keywords: 4, heading: 3, body: 1 } as const;
export type BlockKind = keyof typeof blockWeights;

const placeWords = [
  ['ต.', 'ตำบล'],
  ['อ.', 'อำเภอ'],
  ['จ.', 'จังหวัด'],
] as const;

/** A place line is indexed as written and with its abbreviations in full: ต.สันป่าม่วง and ตำบลสันป่าม่วง. */
function inFull(placeLine: string): string {
  return placeWords.reduce(
    (line, [short, full]) =>
      line.replaceAll(new RegExp(`(?<![ก-๎.])${short.replace('.', '\\.')}\\s*`, 'g'), full),
    placeLine,
  );
}

export type Block = {
  readonly kind: BlockKind;
  readonly text: string;
  /** Whether it came after the publication: what is found as of a moment is not found in it. */
  readonly isLater?: boolean;
};

/** The indexed blocks of a record, in order. */
export function blocksOf(record: SearchRecord): readonly Block[] {
  return [
    { kind: 'title', text: record.title },
    ...placeTexts(record).map((text) => ({ kind: 'place' as const, text })),
    { kind: 'keywords', text: record.typeLabel },
    { kind: 'keywords', text: record.editionLabel },
    { kind: 'keywords', text: record.keywords },
    { kind: 'keywords', text: record.laterKeywords ?? '', isLater: true },
    ...record.sections.flatMap((section) => [
      { kind: 'heading' as const, text: headingText(section) },
      { kind: 'body' as const, text: section.text },
    ]),
  ];
}

/** The place line as it is indexed: as written, and in full where that differs. */
export function placeTexts({ placeLine }: Pick<SearchRecord, 'placeLine'>): readonly string[] {
  const full = inFull(placeLine);
  return full === placeLine ? [placeLine] : [placeLine, full];
}

/** The heading of a section as it is indexed and shown: with its label, once. */
export const headingText = ({ label, heading }: SearchSection): string =>
  heading.includes(label) ? heading : `${label} ${heading}`.trim();

/** The page that Pagefind indexes for a record: nothing but encoded tokens, weighted by block. */
export function pageHtml(record: SearchRecord): string {
  const paragraphs = blocksOf(record).map(({ kind, text }) => {
    const tokens = toTokens(toUnits(toSearchForm(text)));
    if (tokens.length === 0) return '';
    return `<p data-pagefind-weight="${blockWeights[kind]}">${tokens.join(' ')} ${blockEnd}</p>`;
  });
  return `<html lang="und"><body data-pagefind-body><p>${blockEnd}</p>${paragraphs.join('')}</body></html>`;
}
