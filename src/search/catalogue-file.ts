import type { WordChunk } from './pagefind-files.ts';
import type { FacetName } from './search-record.ts';

/** Values of one facet, and for each page the indexes of its values. */
export type FacetColumn = {
  readonly values: readonly string[];
  readonly ofPage: readonly (readonly number[])[];
};

/**
 * `catalogue.json` of one index folder: what is needed to rank, filter, count and group results before any of
 * them is loaded. `works[page]` is a number of the work inside this folder; `current` holds one 0 or 1 per page.
 */
export type CatalogueFile = {
  readonly format: 1;
  readonly chunks: readonly WordChunk[];
  readonly works: readonly number[];
  readonly current: string;
  readonly facets: Readonly<Record<FacetName, FacetColumn>>;
  /** Type code in addresses (`charters`) to the label that is the facet value. */
  readonly typeLabels: Readonly<Record<string, string>>;
};
