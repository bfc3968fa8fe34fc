import { z } from 'zod';
import { facets } from '../../catalogue/facets.ts';
import type { WorkType } from '../../domain/work.ts';
import { facetValueLabel } from '../../i18n/facet-values.ts';
import type { FacetCounts } from '../../registry/steps/name-facets.ts';

/** What would be found with each value of each facet; a facet's counts leave out its own choice. */
export const facetsShape = z
  .array(
    z.strictObject({
      facet: z.enum(facets.map(({ key }) => key)),
      label: z.string(),
      chosen: z.string().nullable(),
      values: z
        .array(z.strictObject({ value: z.string(), label: z.string(), total: z.int().min(0) }))
        .readonly(),
    }),
  )
  .readonly();

/** @param type the one type of the list, whose words for standings are used */
export const tellFacets = (
  counts: readonly FacetCounts[],
  type: WorkType | null,
): z.output<typeof facetsShape> =>
  counts.map(({ key, label, chosen, options }) => ({
    facet: key,
    label,
    chosen,
    values: options.map((option) => ({
      value: option.value,
      label: facetValueLabel(key, option.value, option.label, type),
      total: option.total,
    })),
  }));
