import { knowFacetValues } from '../registry/know-facet-values.ts';

/** Whether the values that an address names exist; what `readListQuery` asks. */
export const knownValues = (
  register: App.Locals['register'],
  params: URLSearchParams,
): Promise<(value: string) => boolean> =>
  knowFacetValues(register, { province: params.get('province'), topic: params.get('topic') });
