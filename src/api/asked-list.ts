import { listSentences, readListQuery } from '../catalogue/list-query.ts';
import type { ListFilter, ListOrder } from '../domain/list-filter.ts';
import { knowFacetValues } from '../registry/know-facet-values.ts';
import type { ApiContext, Outcome } from './operation.ts';
import { facetParameters } from './usual-parameters.ts';

export type AskedList =
  | {
      readonly kind: 'list';
      readonly filter: ListFilter;
      readonly order: ListOrder;
      /** The question in its fixed form. */
      readonly query: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'else'; readonly outcome: Outcome<never> };

/** The filter and order that an address asks for, read as the pages of lists read them. */
export async function askedList(
  asked: Readonly<Record<string, unknown>>,
  { register }: Pick<ApiContext, 'register'>,
): Promise<AskedList> {
  const names = [...Object.keys(facetParameters), 'sort'];
  const params = new URLSearchParams(
    names.flatMap((name) => (asked[name] === undefined ? [] : [[name, String(asked[name])]])),
  );
  const { province, topic } = { province: params.get('province'), topic: params.get('topic') };
  const exists = await knowFacetValues(register, { province, topic });
  const { filter, order, query, wrong } = readListQuery({}, params, exists);
  if (wrong.length === 0) return { kind: 'list', filter, order, query };
  const errors = wrong.map((key) => ({
    parameter: key,
    detail: listSentences[key],
    detailEn: `Nothing in the register has this ${key}.`,
  }));
  return { kind: 'else', outcome: { kind: 'wrong', errors } };
}
