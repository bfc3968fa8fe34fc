import type { Connection } from '../../../db/connection.ts';
import type { ListFilter } from '../../../db/lists.ts';
import { listPlacesIn } from '../../../db/places.ts';
import { findTopics } from '../../../db/topics.ts';
import { chosenValue, type Facet, facets } from '../../catalogue/facets.ts';
import type { FacetKey } from '../../domain/list-filter.ts';
import type { Tally } from './facet-table.ts';

/** The values of one facet, each with the number of works that choosing it would show. */
export type FacetCounts = {
  readonly key: FacetKey;
  readonly label: string;
  /** The chosen value, which is among the options even when no work has it. */
  readonly chosen: string | null;
  readonly options: readonly FacetOption[];
};

export type FacetOption = {
  readonly value: string;
  /** The name that the register knows it by; null for values of closed lists, which the page names. */
  readonly label: string | null;
  readonly total: number;
};

/** Names the counts of facets, in the order in which lists offer them. */
export async function nameFacets(
  read: Connection,
  counts: Tally['counts'],
  offers: readonly FacetKey[],
  filter: ListFilter,
): Promise<readonly FacetCounts[]> {
  const named: FacetCounts[] = [];
  for (const facet of facets.filter(({ key }) => offers.includes(key))) {
    const { key, label } = facet;
    const chosen = chosenValue(filter, facet);
    const totals = counts.get(key) ?? new Map<string, number>();
    const values = [...new Set([...totals.keys(), ...(chosen === null ? [] : [chosen])])];
    const options = await nameValues(read, facet, values);
    named.push({
      key,
      label,
      chosen,
      options: options.map((option) => ({ ...option, total: totals.get(option.value) ?? 0 })),
    });
  }
  return named;
}

/** The values in the order in which they are offered: places in Thai order, years latest first, the rest as the facet has them. */
async function nameValues(
  read: Connection,
  { key, values: inOrder = [] }: Facet,
  values: readonly string[],
): Promise<readonly Omit<FacetOption, 'total'>[]> {
  switch (key) {
    case 'province':
      return (await listPlacesIn(read, null))
        .filter(({ code }) => values.includes(code))
        .map(({ code, name }) => ({ value: code, label: name }));
    case 'topic':
      return (await findTopics(read, values)).map(({ topic, label }) => ({ value: topic, label }));
    case 'year':
      return values.toSorted((a, b) => Number(b) - Number(a)).map((value) => ({ value, label: null }));
    case 'type':
    case 'standing':
    case 'evidence':
    case 'provenance':
    case 'results':
    case 'reports':
      return inOrder.filter((value) => values.includes(value)).map((value) => ({ value, label: null }));
    default:
      return key satisfies never;
  }
}
