import { addresses } from '../../domain/addresses.ts';
import { writePlacesCountedCsv } from '../../exports/places-csv.ts';
import { type PlacesExport, writePlacesJson } from '../../exports/places-json.ts';
import { fullPlaceName } from '../../i18n/place-names.ts';
import { listPlaces } from '../../registry/list-places.ts';
import { toArabicDigits } from '../../thai/digits.ts';
import type { RowsFile } from '../_rows-file.ts';

/** The provinces with their number of works, or with `inside` the places inside one. */
export function placesFile({ searchParams }: URL): RowsFile<Pick<PlacesExport, 'around' | 'places'>> {
  const inside = toArabicDigits((searchParams.get('inside') ?? '').trim()) || null;
  return {
    read: (register, asOf) => listPlaces(register, inside, asOf),
    write: { csv: writePlacesCountedCsv, json: writePlacesJson },
    address: (extension, asOf) => addresses.placesFile(extension, { inside, asOf }),
    name: inside === null ? 'places' : `places-${inside}`,
    title: ({ around: [place] }) => `พื้นที่ใน${place === undefined ? 'ประเทศไทย' : fullPlaceName(place)}`,
  };
}
