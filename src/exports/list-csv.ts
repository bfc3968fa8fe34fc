import { evidenceLevelLabels } from '../i18n/labels.ts';
import { oneLine } from './edition-export.ts';
import { type ListExport, rowOf, shortfall } from './list-export.ts';
import { sourcesCell, writeCsv } from './write-csv.ts';

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
  'address',
  'edition_address',
  'sha256',
  'published_at',
  'as_of',
] as const;

type Cells = Readonly<Record<(typeof listColumns)[number], string | number>>;

/** A list as CSV, a work a row. A list too long for one file ends with a row that says so. */
export function writeListCsv(list: ListExport): string {
  const rows: (Cells | Partial<Cells>)[] = list.works.map((work) => cellsOf(list, rowOf(work, list.origin)));
  const note = shortfall(list);
  return writeCsv(listColumns, note === null ? rows : [...rows, { title: note, as_of: list.asOf }]);
}

function cellsOf({ asOf }: ListExport, row: ReturnType<typeof rowOf>): Cells {
  const codes = (places: typeof row.places) => places.map((place) => place.code).join('; ');
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
    place_codes: codes(row.places),
    place_names: oneLine(row.places.map((place) => place.name).join('; ')),
    possible_place_codes: codes(row.possiblePlaces),
    standing: row.standingLabel ?? '',
    provenance: row.provenance,
    evidence_level: row.evidenceLevel === null ? '' : evidenceLevelLabels[row.evidenceLevel],
    sources: sourcesCell(row.sources),
    address: row.address,
    edition_address: row.editionAddress,
    sha256: row.sha256,
    published_at: row.publishedAt,
    as_of: asOf,
  };
}
