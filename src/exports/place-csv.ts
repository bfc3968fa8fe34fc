import { listCells, listColumns } from './list-csv.ts';
import { namedPlace, shortfall } from './list-export.ts';
import type { PlaceExport } from './place-export.ts';
import { type CsvRow, writeCsvInTurns } from './write-csv.ts';

/** Names of the columns, in their order: the place, then those of works. */
export const placeWorkColumns = ['tie', 'place', 'place_name', 'day', ...listColumns] as const;

/** The works of a place as CSV, a work a row; `tie` says how each is tied to the place. */
export const writePlaceCsv = (file: PlaceExport): Promise<string> =>
  writeCsvInTurns(placeWorkColumns, csvRows(file));

function* csvRows(file: PlaceExport): Iterable<CsvRow<(typeof placeWorkColumns)[number]>> {
  const { code, name } = namedPlace(file.chain);
  const asked = { place: code, place_name: name, day: file.day };
  for (const work of file.works) yield { tie: work.tie, ...asked, ...listCells(work, file) };
  const note = shortfall(file);
  if (note !== null) yield { ...asked, title: note, as_of: file.asOf };
}
