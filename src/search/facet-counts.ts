import type { FacetColumn } from './catalogue-file.ts';
import type { Hit, HitGroup } from './hit.ts';
import { type FacetName, facetNames } from './search-record.ts';

/** Chosen facet values. A facet that is not named is not restricted. */
export type FacetFilters = Readonly<Partial<Record<FacetName, string>>>;

/** How many works of an answer carry each value of a facet, most first. */
export type FacetCount = {
  readonly name: FacetName;
  readonly values: readonly { readonly value: string; readonly works: number; readonly isChosen: boolean }[];
};

/** Whether an edition carries every chosen value. */
export function passes({ folder, page }: Hit, filters: FacetFilters): boolean {
  return facetNames.every((name) => {
    const wanted = filters[name];
    if (wanted === undefined) return true;
    const { values, ofPage } = folder.catalogue.facets[name];
    return includes(ofPage[page], values.indexOf(wanted));
  });
}

/**
 * True counts, from the verified hits of each work. Each facet is counted under the choices in the other facets, so that its
 * numbers say what choosing another value would give.
 */
export function countFacets(works: readonly HitGroup[], filters: FacetFilters): readonly FacetCount[] {
  const folders = [...new Set(works.map(([{ folder }]) => folder))];
  const perFolder = folders.map((folder) => ({
    catalogue: folder.catalogue,
    works: works.filter(([hit]) => hit.folder === folder),
  }));
  return facetNames.map((name) => {
    const { [name]: chosen, ...others } = filters;
    const counts = new Map<string, number>();
    for (const { catalogue, works } of perFolder) {
      const { values, ofPage } = catalogue.facets[name];
      const counted = countValues(keptOf(works, others), ofPage, values.length);
      for (const [index, value] of values.entries()) {
        const count = counted[index] ?? 0;
        if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
      }
    }
    if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
    const values = [...counts].map(([value, count]) => ({ value, works: count, isChosen: value === chosen }));
    return { name, values: values.sort((a, b) => b.works - a.works || (a.value < b.value ? -1 : 1)) };
  });
}

/** The works as far as their hits carry every chosen value. */
function keptOf(works: readonly HitGroup[], filters: FacetFilters): readonly (readonly Hit[])[] {
  return Object.keys(filters).length === 0
    ? works
    : works.map((hits) => hits.filter((hit) => passes(hit, filters)));
}

/** How many works carry each value by its number. Most works have one hit, and most hits one value. */
function countValues(
  works: readonly (readonly Hit[])[],
  ofPage: FacetColumn['ofPage'],
  values: number,
): readonly number[] {
  const counted = new Array<number>(values).fill(0);
  const count = (index: number): void => {
    counted[index] = (counted[index] ?? 0) + 1;
  };
  for (const hits of works) {
    const numbers = hits.length === 1 ? ofPage[hits[0]?.page ?? -1] : undefined;
    if (typeof numbers === 'number') count(numbers);
    else new Set(hits.flatMap(({ page }) => ofPage[page] ?? [])).forEach(count);
  }
  return counted;
}

type ValueNumbers = FacetColumn['ofPage'][number];

const includes = (numbers: ValueNumbers | undefined, wanted: number): boolean =>
  typeof numbers === 'number' ? numbers === wanted : (numbers ?? []).includes(wanted);
