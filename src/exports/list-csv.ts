import { evidenceLevelLabels } from '../i18n/labels.ts';
import { oneLine } from './edition-export.ts';
import { type ListExport, type ListedEdition, rowOf, shortfall } from './list-export.ts';
import { type CsvRow, sourcesCell, writeCsvInTurns } from './write-csv.ts';

/** Names of the columns, in their order; English without spaces, as data.go.th asks. */
export const listColumns = [
  'title',
  'type',
  'edition',
  'label',
  'label_state',
  'adopted_start',
  'adopted_end',
  'adopted_as_written',
  'adopted_state',
  'place_codes',
  'place_names',
  'possible_place_codes',
  'standing',
  'provenance',
  'evidence_level',
  'sources',
  'citation',
  'address',
  'edition_address',
  'sha256',
  'published_at',
  'as_of',
] as const;

type Cells = Readonly<Record<(typeof listColumns)[number], string | number>>;

/** A list as CSV, a work a row. A list too long for one file ends with a row that says so. */
export const writeListCsv = (list: ListExport): Promise<string> =>
  writeCsvInTurns(listColumns, csvRows(list));

function* csvRows(list: ListExport): Iterable<CsvRow<(typeof listColumns)[number]>> {
  for (const work of list.works) yield listCells(work, list);
  const note = shortfall(list);
  if (note !== null) yield { title: note, as_of: list.asOf };
}

/** One work as the cells of a row. */
export function listCells(work: ListedEdition, { asOf, origin }: Pick<ListExport, 'asOf' | 'origin'>): Cells {
  const row = rowOf(work, origin);
  return {
    title: oneLine(row.title),
    type: row.type,
    edition: row.edition,
    label: oneLine(row.label ?? ''),
    label_state: row.labelState,
    adopted_start: row.adopted?.start ?? '',
    adopted_end: row.adopted?.end ?? '',
    adopted_as_written: oneLine(row.adopted?.textAsWritten ?? ''),
    adopted_state: row.adoptedState,
    place_codes: codesCell(row.places),
    place_names: namesCell(row.places),
    possible_place_codes: codesCell(row.possiblePlaces),
    standing: row.standingLabel ?? '',
    provenance: row.provenance,
    evidence_level: row.evidenceLevel === null ? '' : evidenceLevelLabels[row.evidenceLevel],
    sources: sourcesCell(row.sources),
    citation: oneLine(row.citation),
    address: row.address,
    edition_address: row.editionAddress,
    sha256: row.sha256,
    published_at: row.publishedAt,
    as_of: asOf,
  };
}

type NamedPlace = { readonly code: string; readonly name: string };

/** Places as two cells that are in the same order. */
export const codesCell = (places: readonly NamedPlace[]): string => places.map(({ code }) => code).join('; ');
export const namesCell = (places: readonly NamedPlace[]): string =>
  oneLine(places.map(({ name }) => name).join('; '));
