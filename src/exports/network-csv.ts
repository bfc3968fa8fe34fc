import { givenValue } from '../domain/fact.ts';
import { oneLine } from './edition-export.ts';
import { codesCell, listCells, listColumns, namesCell } from './list-csv.ts';
import { memberRow, type NetworkExport } from './network-export.ts';
import { dateCell } from './parties-export.ts';
import { type CsvRow, sourcesCell, writeCsvInTurns } from './write-csv.ts';

/** Names of the columns, in their order: those of members, then those of works. */
export const networkRowColumns = [
  'row',
  'organisation',
  'organisation_name',
  'role',
  'role_label',
  'since',
  'since_as_written',
  'until',
  'until_as_written',
  'functions',
  'teaches',
  'note',
  ...listColumns,
] as const;

/** A network as CSV: a row `member` for each member in each role, and a row `work` for each work that came out of it. */
export const writeNetworkCsv = (file: NetworkExport): Promise<string> =>
  writeCsvInTurns(networkRowColumns, csvRows(file));

function* csvRows(file: NetworkExport): Iterable<CsvRow<(typeof networkRowColumns)[number]>> {
  for (const member of file.members) yield memberCells(member, file);
  for (const work of file.works) yield { row: 'work', ...listCells(work, file) };
}

function memberCells(member: NetworkExport['members'][number], { asOf, origin }: NetworkExport) {
  const row = memberRow(member, origin);
  return {
    row: 'member',
    organisation: row.organisation.slug,
    organisation_name: oneLine(row.organisation.name),
    role: row.role,
    role_label: row.roleLabel,
    since: dateCell(row.since),
    since_as_written: oneLine(givenValue(row.since)?.textAsWritten ?? ''),
    until: dateCell(row.until),
    until_as_written: oneLine(givenValue(row.until)?.textAsWritten ?? ''),
    functions: oneLine(row.functions.join('; ')),
    teaches: oneLine(row.teaches.join('; ')),
    note: oneLine(row.note ?? ''),
    place_codes: codesCell(row.places),
    place_names: namesCell(row.places),
    sources: sourcesCell(row.sources),
    address: row.organisation.address,
    as_of: asOf,
  };
}
