/** Query parameters that pages read. Any other makes the answer one that is not stored. */
const readByPages: ReadonlySet<string> = new Set([
  'q',
  'edition',
  'editions',
  'older',
  'type',
  'place',
  'places',
  'province',
  'district',
  'tambon',
  'organisation',
  'network',
  'topic',
  'provenance',
  'on',
  'year',
  'evidence',
  'standing',
  'results',
  'reports',
  'sort',
  'page',
  'perPage',
  'from',
  'to',
  'date',
  'asOf',
  'rows',
  'inside',
  'kind',
  'state',
  'domain',
]);

/** Marks that newsletters and social networks add to a link. No page reads them, so they are dropped. */
const addedByOthers = /^(utm_[a-z]+|fbclid|gclid|msclkid|igshid|openExternalBrowser)$/;

/** The address to render: its query in one fixed order, so that one content has one key. */
export type PageKey = { readonly address: string; readonly isStorable: boolean };

/**
 * Canonical address of a public page. Parameters are sorted by name (repeated names keep their order) and encoded one
 * way; an unknown parameter is kept for the page but the answer is then not stored.
 */
export function pageKey(path: string, query: string): PageKey {
  if (query === '') return { address: path, isStorable: true };
  const kept = [...new URLSearchParams(query)].filter(([name]) => !addedByOthers.test(name));
  const sorted = new URLSearchParams(kept);
  sorted.sort();
  const text = sorted.toString();
  return {
    address: text === '' ? path : `${path}?${text}`,
    isStorable: kept.every(([name]) => readByPages.has(name)),
  };
}
