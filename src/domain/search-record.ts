import type { Provenance } from './edition.ts';

/**
 * One provision, or the part before the first provision (`eid` ''), or an attached file (`eid` is its anchor) of an
 * edition, as plain text.
 */
export type SearchSection = {
  readonly eid: string;
  readonly label: string;
  readonly heading: string;
  readonly text: string;
};

/**
 * One published edition as search sees it. The register supplies these; search never reads a database.
 * All texts are display texts, as written: normalising is the business of the index.
 */
export type SearchRecord = {
  /** The permanent address of the edition, for example `/charters/san-pa-muang/editions/1`. */
  readonly url: string;
  readonly workPath: string;
  readonly isCurrent: boolean;
  readonly title: string;
  readonly type: string;
  readonly typeLabel: string;
  readonly editionLabel: string;
  readonly placeLine: string;
  readonly provinces: readonly string[];
  /** Buddhist-era year in Arabic digits, or null when the edition has no date. */
  readonly year: string | null;
  readonly provenance: Provenance;
  /** Words found with the record though not part of its body: aliases, English names, abbreviations, facts. */
  readonly keywords: string;
  /**
   * Words of that kind that came after the publication, such as a new name of an organisation: searches find the edition
   * by them too, but not as of a moment.
   */
  readonly laterKeywords?: string;
  readonly sections: readonly SearchSection[];
};
