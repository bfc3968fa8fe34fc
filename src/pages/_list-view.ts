import type { ListQuery } from '../catalogue/list-query.ts';
import { fieldFacets, type ListView } from '../components/list-view.ts';
import type { WorkType } from '../domain/work.ts';
import { facetValueLabel } from '../i18n/facet-values.ts';
import type { WorkList } from '../registry/list-works.ts';

const sortLabels = { title: 'ตามตัวอักษร', latest: 'วันที่ล่าสุดก่อน' } as const;

/**
 * The facets, choices and addresses of a list.
 * @param type the one type of the list, or null
 * @param address makes the address of the list with these parameters
 */
export function listView(
  list: WorkList,
  { query, order }: ListQuery,
  type: WorkType | null,
  address: (parameters: Readonly<Record<string, string | number | null>>) => string,
): ListView {
  const facets = list.facets.map(({ key, label, chosen, options }) => ({
    key,
    label,
    chosen,
    options: options.map((option) => ({
      value: option.value,
      total: option.total,
      label: facetValueLabel(key, option.value, option.label, type),
      href: address({ ...query, [key]: option.value }),
    })),
  }));
  const chips = facets.flatMap(({ key, label, chosen, options }) => {
    const option = options.find(({ value }) => value === chosen);
    return option
      ? [{ label: chipLabel(label, option.label), hrefWithout: address({ ...query, [key]: null }) }]
      : [];
  });
  return {
    action: address({}),
    facets,
    chips,
    sorts: (['title', 'latest'] as const).map((sort) => ({
      label: sortLabels[sort],
      href: address({ ...query, sort: sort === 'title' ? null : sort }),
      isChosen: sort === order,
    })),
    kept: Object.entries(query).filter(([key]) => !fieldFacets.includes(key)),
    addressOf: (page) => address({ ...query, page: page === 1 ? null : page }),
  };
}

/** จังหวัดพะเยา and พ.ศ. 2560 say of themselves what they are. */
const chipLabel = (facet: string, value: string): string =>
  /^(?:จังหวัด|กรุงเทพ|พ\.ศ\.)/.test(value) ? value : `${facet}: ${value}`;
