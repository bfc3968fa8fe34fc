import type { FacetName } from './search-record.ts';

/** Values of one facet, and for each page the index of its value, or the indexes when it has none or several. */
export type FacetColumn = {
  readonly values: readonly string[];
  readonly ofPage: readonly (number | readonly number[])[];
};

/**
 * The catalogue of one index folder: what is needed to find chunks, and to rank, filter, count and group results
 * before any record is loaded.
 */
export type CatalogueFile = {
  readonly format: 3;
  /**
   * For each chunk of postings the beginning of its first word: it holds the words that are not below it and below
   * that of the next chunk, in code point order.
   */
  readonly chunks: readonly string[];
  /** The chunks whose places are in a file of their own: those of words that stand in a great part of all pages. */
  readonly largeChunks: readonly number[];
  /** Chunks of a common word whose places are those of the common word of another chunk, so many units on, with exceptions. */
  readonly followers: readonly (readonly [chunk: number, base: number, shift: 1 | -1])[];
  /** For each page a number of its work inside this folder. */
  readonly works: readonly number[];
  /** For each page 1 when it is the current edition of its work, else 0. */
  readonly current: string;
  readonly facets: Readonly<Record<FacetName, FacetColumn>>;
  /** Type code in addresses (`charters`) to the label that is the facet value. */
  readonly typeLabels: Readonly<Record<string, string>>;
};
