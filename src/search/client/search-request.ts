import type { FacetFilters } from '../facet-counts.ts';
import type { FacetName } from '../search-record.ts';
import type { SearchSession } from '../search-session.ts';

/** What the address of a search says. An empty text means not chosen. */
export type SearchRequest = { readonly q: string; readonly type: string; readonly province: string };

/** The facets that a visitor can choose, by their names in the address. */
export const addressNames: Readonly<Partial<Record<FacetName, 'type' | 'province'>>> = {
  ประเภท: 'type',
  จังหวัด: 'province',
};

/** Reads the request from the address of the page. */
export function requestOfAddress(): SearchRequest {
  const params = new URLSearchParams(location.search);
  const read = (name: keyof SearchRequest): string => (params.get(name) ?? '').trim();
  return { q: read('q'), type: read('type'), province: read('province') };
}

/** The address of a request on this page, to share and to come back to. */
export function addressOf(request: SearchRequest): string {
  const params = new URLSearchParams(Object.entries(request).filter(([, value]) => value !== ''));
  const query = params.toString();
  return query === '' ? location.pathname : `${location.pathname}?${query}`;
}

/** The chosen facet values, in the words of the index. */
export function filtersOf({ type, province }: SearchRequest, session: SearchSession): FacetFilters {
  return {
    ...(type === '' ? {} : { ประเภท: session.typeLabel(type) }),
    ...(province === '' ? {} : { จังหวัด: province }),
  };
}
