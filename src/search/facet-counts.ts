import { type Hit, workKey } from './hit.ts';
import { type FacetName, facetNames } from './search-record.ts';

/** Chosen facet values. A facet that is not named is not restricted. */
export type FacetFilters = Readonly<Partial<Record<FacetName, string>>>;

/** How many works of an answer carry each value of a facet, most first. */
export type FacetCount = {
  readonly name: FacetName;
  readonly values: readonly { readonly value: string; readonly works: number; readonly isChosen: boolean }[];
};

/** Whether an edition carries every chosen value. */
export function passes(hit: Hit, filters: FacetFilters): boolean {
  return facetNames.every((name) => {
    const wanted = filters[name];
    return wanted === undefined || valuesOf(hit, name).includes(wanted);
  });
}

/**
 * True counts, from verified hits. Each facet is counted under the choices in the other facets, so that its
 * numbers say what choosing another value would give.
 */
export function countFacets(hits: readonly Hit[], filters: FacetFilters): readonly FacetCount[] {
  return facetNames.map((name) => {
    const { [name]: chosen, ...others } = filters;
    const works = new Map<string, Set<string>>();
    for (const hit of hits) {
      if (!passes(hit, others)) continue;
      for (const value of valuesOf(hit, name)) {
        const known = works.get(value) ?? new Set<string>();
        works.set(value, known.add(workKey(hit)));
      }
    }
    if (chosen !== undefined && !works.has(chosen)) works.set(chosen, new Set());
    const values = [...works].map(([value, keys]) => ({
      value,
      works: keys.size,
      isChosen: value === chosen,
    }));
    return { name, values: values.sort((a, b) => b.works - a.works || (a.value < b.value ? -1 : 1)) };
  });
}

function valuesOf({ folder, page }: Hit, name: FacetName): readonly string[] {
  const { values, ofPage } = folder.catalogue.facets[name];
  return [ofPage[page] ?? []].flat().map((index) => values[index] ?? '');
}
