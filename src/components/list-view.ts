/** A facet with the addresses of its choices. */
export type FacetView = {
  readonly key: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly total: number;
    readonly href: string;
  }[];
};

/** A choice that can be taken away again. */
export type ChipView = { readonly label: string; readonly hrefWithout: string };

/** What stands around the rows of a list. */
export type ListView = {
  /** Address of the list without any choice. */
  readonly action: string;
  readonly facets: readonly FacetView[];
  readonly chips: readonly ChipView[];
  readonly sorts: readonly { readonly label: string; readonly href: string; readonly isChosen: boolean }[];
  /** The choices that the form keeps without showing them as fields. */
  readonly kept: readonly (readonly [string, string])[];
  readonly addressOf: (page: number) => string;
};

/** Facets with many values are fields of the form; the others are links. */
export const fieldFacets: readonly string[] = ['province', 'year', 'topic', 'network', 'domain'];
