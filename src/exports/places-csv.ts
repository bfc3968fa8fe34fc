import { type PlacesExport, placesDocument } from './places-json.ts';
import { writeCsv } from './write-csv.ts';

/** Names of the columns, in their order; English without spaces, as data.go.th asks. */
export const countedPlaceColumns = [
  'code',
  'level',
  'name',
  'name_en',
  'place_line',
  'works',
  'address',
  'as_of',
] as const;

/** Places with their number of works as CSV, a place a row, zeros included. */
export function writePlacesCountedCsv(file: PlacesExport): string {
  const { asOf, places } = placesDocument(file);
  return writeCsv(
    countedPlaceColumns,
    places.map(({ nameEn, line, ...place }) => ({
      ...place,
      name_en: nameEn ?? '',
      place_line: line,
      as_of: asOf,
    })),
  );
}
