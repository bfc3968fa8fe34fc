import { type CoverageTally, sumOf, type TypeCounts } from '../catalogue/coverage.ts';
import { addresses } from '../domain/addresses.ts';
import type { Place } from '../domain/place.ts';
import { fullPlaceName } from '../i18n/place-names.ts';

/** What the register has and has not, as its files tell it. */
export type CoverageExport = CoverageTally & {
  readonly provinces: readonly Place[];
  readonly asOf: { readonly text: string };
  readonly origin: string;
};

/** Where the rows behind a count of documented works stand, as of the same moment. */
export const coverageRows = (
  type: keyof TypeCounts,
  filter: { readonly province?: string; readonly evidence?: string; readonly provenance?: string },
  asOf: string,
): string => addresses.list(type, { provenance: 'documented', ...filter, asOf });

const none: TypeCounts = { charters: 0, agreements: 0, plans: 0, projects: 0, cases: 0 };

/** Every province in Thai order with its counts, zeros included. */
export const provinceRows = ({ provinces, byProvince }: Pick<CoverageExport, 'provinces' | 'byProvince'>) =>
  provinces.map((place) => {
    const counts = byProvince.get(place.code) ?? none;
    return { place, name: fullPlaceName(place) || place.name, counts, total: sumOf(counts) };
  });
