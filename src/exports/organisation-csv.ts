import { oneLine } from './edition-export.ts';
import { listCells, listColumns } from './list-csv.ts';
import { type OrganisationExport, partRow } from './organisation-export.ts';
import { deedDate } from './parties-export.ts';
import { type CsvRow, writeCsvInTurns } from './write-csv.ts';

/** Names of the columns, in their order: those of the part in the work, then those of works. */
export const organisationPartColumns = [
  'role',
  'role_label',
  'organisation',
  'organisation_name',
  'known_by',
  'signed',
  'joined',
  'succeeded',
  'withdrawn',
  'confirmed_on',
  'note',
  ...listColumns,
] as const;

/** The works that an organisation has a part in as CSV, a role in a work a row. */
export const writeOrganisationCsv = (file: OrganisationExport): Promise<string> =>
  writeCsvInTurns(organisationPartColumns, csvRows(file));

function* csvRows(file: OrganisationExport): Iterable<CsvRow<(typeof organisationPartColumns)[number]>> {
  for (const part of file.works) {
    const row = partRow(part, file);
    yield {
      role: row.role,
      role_label: row.roleLabel,
      organisation: row.organisation.slug,
      organisation_name: oneLine(row.organisation.name),
      known_by: row.knownBy,
      signed: deedDate(part, 'sign'),
      joined: deedDate(part, 'join'),
      succeeded: deedDate(part, 'succeed'),
      withdrawn: deedDate(part, 'withdraw'),
      confirmed_on: row.confirmedOn ?? '',
      note: oneLine(row.note ?? ''),
      ...listCells(part, file),
    };
  }
}
