import type { Connection, Register } from '../../db/connection.ts';
import type { ListFilter } from '../../db/lists.ts';
import { listPlacesIn } from '../../db/places.ts';
import { findTopics } from '../../db/topics.ts';
import { chosenValue, facets } from '../catalogue/facets.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { FacetKey, ListOrder } from '../domain/list-filter.ts';
import { asOfNow, type KnownAsOf } from './steps/as-of-now.ts';
import { type DescribedWork, describeWorksOn } from './steps/describe-works.ts';
import type { Tally } from './steps/facet-table.ts';
import { worksAsOf } from './steps/listed-works.ts';

/** Works shown on one page of a list. */
export const pageSize = 30;

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

export type WorkList = {
  readonly works: readonly DescribedWork[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly facets: readonly FacetCounts[];
  /** As of when all this is so; asked for again as of then, it is the same. */
  readonly asOf: KnownAsOf;
};

/**
 * One page of the current editions that fit a filter, with the counts that narrow it further. A facet's
 * counts leave out its own choice, so that another value can be chosen. Standings are those of the day.
 * @param asked.page from 1; a page past the end is empty
 * @param asked.offers the facets to count, in this order
 * @param asked.asOf a moment of the past; now where it is left out
 */
export async function listWorks(
  register: Register,
  filter: ListFilter,
  asked: {
    readonly page: number;
    readonly order: ListOrder;
    readonly offers: readonly FacetKey[];
    readonly asOf?: KnownAsOf | null;
  },
  now: Instant,
): Promise<WorkList> {
  const { read } = register;
  const { page, order, offers } = asked;
  const asOf = asked.asOf ?? (await asOfNow(register, now));
  const dated = { ...filter, on: asOf.day };
  const listed = await worksAsOf(register, offers.includes('type') ? undefined : filter.type, asOf);
  const works = await listed.list(dated, { limit: pageSize, offset: (page - 1) * pageSize, order });
  const { total, counts } = await listed.tally(dated, offers);
  return {
    works: await describeWorksOn(register, works, asOf),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    facets: await nameFacets(read, counts, offers, dated),
    asOf,
  };
}

async function nameFacets(
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
    const options = await nameValues(read, key, values);
    named.push({
      key,
      label,
      chosen,
      options: options.map((option) => ({ ...option, total: totals.get(option.value) ?? 0 })),
    });
  }
  return named;
}

/** The values in the order in which they are offered: places in Thai order, years latest first, the rest as listed. */
async function nameValues(
  read: Connection,
  key: FacetKey,
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
      return values.map((value) => ({ value, label: null }));
    default:
      return key satisfies never;
  }
}
