import { readBuddhistEraYear } from '../thai/buddhist-era.ts';
import type { FacetFilters } from './facet-counts.ts';
import { editionFacetLabels, type FacetName, facetNames, provenanceLabels } from './search-record.ts';

/** The choices of a search in its address, one for each facet. An empty text means not chosen. */
export const filterKeys = ['type', 'province', 'year', 'edition', 'provenance'] as const;
export type FilterKey = (typeof filterKeys)[number];

/** What the address of a search says. */
export type SearchRequest = {
  /** As typed, without blanks at its ends. */
  readonly q: string;
  readonly chosen: Readonly<Record<FilterKey, string>>;
  /** Whether the editions that answer beside the current one are shown with their clauses. */
  readonly showsOlder: boolean;
  /** From 1. */
  readonly page: number;
};

/** Names of types by their code in addresses (`charters`), in the words of the facet. */
export type TypeNames = readonly { readonly type: string; readonly label: string }[];

export const filterKeyOf: Readonly<Record<FacetName, FilterKey>> = {
  ประเภท: 'type',
  จังหวัด: 'province',
  ปี: 'year',
  ฉบับ: 'edition',
  ที่มา: 'provenance',
};

const longestChoice = 100;
const lastPage = 9_999;

/** Reads a request from the query of an address. Anything can stand there; what means nothing is left out. */
export function requestOf(params: URLSearchParams): SearchRequest {
  const read = (name: string): string => (params.get(name) ?? '').trim();
  const page = Number(read('page'));
  const readChoice = (key: FilterKey): string => Array.from(read(key)).slice(0, longestChoice).join('');
  const year = readChoice('year');
  return {
    q: read('q'),
    chosen: { ...mapKeys(readChoice), year: readBuddhistEraYear(year)?.toString() ?? year },
    showsOlder: read('older') === '1',
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** The address of a request, to share and to come back to: `/search?q=…`, with only what was chosen. */
export const addressOf = (request: SearchRequest): string => addressAt('/search', pairsOf(request));

/** The address of what a request finds as a file, whichever page of it is shown: `/search.csv?q=…`. */
export const fileAddressOf = (
  request: SearchRequest,
  extension: 'csv' | 'json',
  part: { readonly asOf?: string; readonly from?: number | null } = {},
): string =>
  addressAt(`/search.${extension}`, [
    ...pairsOf({ ...request, page: 1 }),
    ...Object.entries(part).flatMap(([name, value]): Pair[] =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  ]);

/** A request as the query of an address that people can read, of the first page: `q=ขยะ&type=charters`. */
export const queryTextOf = (request: SearchRequest): string =>
  pairsOf({ ...request, page: 1 })
    .map(([name, value]) => `${name}=${value.replaceAll(/[%&#+]/g, encodeURIComponent)}`)
    .join('&');

type Pair = readonly [name: string, value: string];

const pairsOf = ({ q, chosen, showsOlder, page }: SearchRequest): readonly Pair[] =>
  [
    ['q', q],
    ...filterKeys.map((key): Pair => [key, chosen[key]]),
    ['older', showsOlder ? '1' : ''],
    ['page', page > 1 ? String(page) : ''],
  ].flatMap(([name = '', value = '']): Pair[] => (value === '' ? [] : [[name, value]]));

function addressAt(path: string, pairs: readonly Pair[]): string {
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The same search with one choice made or, for an empty value, taken back; from its first page. */
export function choosing(request: SearchRequest, key: FilterKey, value: string): SearchRequest {
  return { ...request, chosen: { ...request.chosen, [key]: value }, page: 1 };
}

/** The same search with nothing chosen, from its first page. */
export function choosingNothing(request: SearchRequest): SearchRequest {
  return { ...request, chosen: mapKeys(() => ''), page: 1 };
}

/** The chosen facet values, in the words of the index. */
export function filtersOf({ chosen }: SearchRequest, types: TypeNames): FacetFilters {
  const named = facetNames.map((name) => [
    name,
    labelOf(filterKeyOf[name], chosen[filterKeyOf[name]], types),
  ]);
  return Object.fromEntries(named.filter(([, value]) => value !== '')) as FacetFilters;
}

/** The word of the index for a value of the address; the value itself when it is one, or means nothing. */
export function labelOf(key: FilterKey, value: string, types: TypeNames): string {
  return codesOf(key, types).find(({ code }) => code === value)?.label ?? value;
}

/** The value of the address for a word of the index. */
export function codeOf(key: FilterKey, label: string, types: TypeNames): string {
  return codesOf(key, types).find((one) => one.label === label)?.code ?? label;
}

/** The same request with every choice as addresses write it: `charters`, not ธรรมนูญ. */
export const inFixedForm = (request: SearchRequest, types: TypeNames): SearchRequest => ({
  ...request,
  chosen: mapKeys((key) => codeOf(key, labelOf(key, request.chosen[key], types), types)),
});

/**
 * The choices of a request that mean nothing. A page shows nothing for them; a file of nothing could be taken for an
 * answer.
 * @param isProvince whether there is a province of that name
 */
export function wrongChoices(
  { chosen }: SearchRequest,
  types: TypeNames,
  isProvince: (name: string) => boolean,
): readonly FilterKey[] {
  const means = (key: FilterKey, value: string): boolean => {
    switch (key) {
      case 'province':
        return isProvince(value);
      case 'year':
        return readBuddhistEraYear(value) !== null;
      case 'type':
      case 'edition':
      case 'provenance':
        return codesOf(key, types).some(({ code, label }) => value === code || value === label);
      default:
        return key satisfies never;
    }
  };
  return filterKeys.filter((key) => chosen[key] !== '' && !means(key, chosen[key]));
}

function codesOf(
  key: FilterKey,
  types: TypeNames,
): readonly { readonly code: string; readonly label: string }[] {
  switch (key) {
    case 'type':
      return types.map(({ type, label }) => ({ code: type, label }));
    case 'edition':
      return Object.entries(editionFacetLabels).map(([code, label]) => ({ code, label }));
    case 'provenance':
      return Object.entries(provenanceLabels).map(([code, label]) => ({ code, label }));
    case 'province':
    case 'year':
      return [];
    default:
      return key satisfies never;
  }
}

function mapKeys(read: (key: FilterKey) => string): Readonly<Record<FilterKey, string>> {
  return {
    type: read('type'),
    province: read('province'),
    year: read('year'),
    edition: read('edition'),
    provenance: read('provenance'),
  };
}
