import { addresses } from '../domain/addresses.ts';
import { oneLine } from './edition-export.ts';
import { adoptionRow, type SpreadExport, statementRow } from './spread-export.ts';
import { sourcesCell, writeCsv } from './write-csv.ts';

/** Names of the columns, in their order; English without spaces, as data.go.th asks. */
export const spreadColumns = [
  'adoption',
  'hop',
  'adopter',
  'adopter_name',
  'adopter_address',
  'organisations',
  'organisation_names',
  'places',
  'origin',
  'origin_title',
  'stated_by',
  'kind',
  'told_in',
  'taken_provision',
  'taken_address',
  'adapted_provision',
  'adapted_address',
  'adapted_words',
  'date_start',
  'date_end',
  'date_as_written',
  'date_state',
  'change',
  'contested',
  'evidence',
  'sources',
  'case_edition',
  'sha256',
  'as_of',
  'address',
] as const;

type Cells = Readonly<Partial<Record<(typeof spreadColumns)[number], string | number>>>;

/** The same as CSV: a row for each statement, so that what two ends tell differently stands in two rows of one adoption. */
export function writeSpreadCsv(spread: SpreadExport): string {
  const { work, sha256, asOf, adoptions, origin } = spread;
  const rows = adoptions.flatMap((adoption, index) => {
    const row = adoptionRow(adoption, spread);
    return adoption.statements.map((statement): Cells => {
      const told = statementRow(statement, adoption, spread);
      return {
        adoption: index + 1,
        hop: row.hop,
        adopter: row.adopter ?? '',
        adopter_name: oneLine(row.adopterName),
        adopter_address: row.adopterAddress ?? '',
        organisations: row.organisations.map(({ slug }) => slug).join('; '),
        organisation_names: oneLine(row.organisations.map(({ name }) => name).join('; ')),
        places: row.places.join('; '),
        origin: row.origin,
        origin_title: oneLine(row.originTitle ?? ''),
        stated_by: told.statedBy,
        kind: told.kind,
        told_in: told.toldIn,
        taken_provision: told.taken ?? '',
        taken_address: told.takenAddress ?? '',
        adapted_provision: told.adapted ?? '',
        adapted_address: told.adaptedAddress ?? '',
        adapted_words: oneLine(told.adaptedWords ?? ''),
        date_start: told.dateStart ?? '',
        date_end: told.dateEnd ?? '',
        date_as_written: oneLine(told.dateAsWritten ?? ''),
        date_state: told.dateState,
        change: oneLine(told.change ?? ''),
        contested: row.contested.join('; '),
        evidence: row.evidence.map(({ address }) => address).join('; '),
        sources: sourcesCell(told.sources),
        case_edition: work.currentNumber,
        sha256,
        as_of: asOf.text,
        address: new URL(addresses.spread(work.slug, asOf.text), origin).href,
      };
    });
  });
  return writeCsv(spreadColumns, rows);
}
