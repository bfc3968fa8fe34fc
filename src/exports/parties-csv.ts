import { takenBackNote } from '../i18n/as-of.ts';
import { partyRoleLabels, partyStateLabels } from '../i18n/labels.ts';
import { oneLine } from './edition-export.ts';
import {
  datedAddress,
  deedDate,
  fileAddress,
  namedOrganisation,
  namedSources,
  type PartiesExport,
} from './parties-export.ts';
import { sourcesCell, writeCsv } from './write-csv.ts';

/** Names of the columns, in their order; English without spaces, as data.go.th asks. */
export const partyColumns = [
  'row',
  'role',
  'role_label',
  'organisation',
  'organisation_name',
  'holder',
  'holder_name',
  'state',
  'state_label',
  'signed',
  'joined',
  'succeeded',
  'withdrawn',
  'count',
  'claimed',
  'note',
  'sources',
  'confirmed_on',
  'confirmed_by',
  'proof',
  'day',
  'as_of',
  'address',
] as const;

type Cells = Readonly<Partial<Record<(typeof partyColumns)[number], string | number>>>;

/**
 * The table as CSV: a row `party` for each party in its role, and a row `unnamed` for each claim, whose `count` says
 * how many places no source names. A date is a day, month or year of the common era, a range has a slash, and a
 * missing one says how it is missing.
 */
export function writePartiesCsv(list: PartiesExport): string {
  const asOf = { day: list.table.day, as_of: list.asOf.text, address: datedAddress(list) };
  const parties = list.table.rows.map((row): Cells => {
    const [organisation, holder] = [row.organisation, row.holder].map((slug) =>
      namedOrganisation(list, slug),
    );
    return {
      row: 'party',
      role: row.role,
      role_label: partyRoleLabels[row.role],
      organisation: row.organisation,
      organisation_name: oneLine(organisation?.name ?? ''),
      holder: row.holder,
      holder_name: oneLine(holder?.name ?? ''),
      state: row.state,
      state_label: partyStateLabels[row.state],
      signed: deedDate(row, 'sign'),
      joined: deedDate(row, 'join'),
      succeeded: deedDate(row, 'succeed'),
      withdrawn: deedDate(row, 'withdraw'),
      count: 1,
      note: oneLine(row.note ?? ''),
      sources: sourcesCell(namedSources(list, row.sources)),
      ...confirmation(list, row.accession),
      ...asOf,
    };
  });
  const unnamed = list.table.claims.map(
    (count): Cells => ({
      row: 'unnamed',
      role: count.claim.roles.join('; '),
      role_label: count.claim.roles.map((role) => partyRoleLabels[role]).join('; '),
      count: count.unnamed,
      claimed: count.claim.value,
      note: oneLine([count.claim.textAsWritten, count.claim.note ?? ''].filter(Boolean).join(': ')),
      sources: sourcesCell(namedSources(list, count.claim.sources)),
      ...asOf,
    }),
  );
  return writeCsv(partyColumns, [...parties, ...unnamed]);
}

/** When and by whom a party was confirmed that no edition names, and what shows it. */
function confirmation(list: PartiesExport, accession: number | null): Cells {
  const told = accession === null ? undefined : list.accessions.get(accession);
  if (told === undefined) return {};
  const { accepted, file, source, isTold } = told;
  return {
    ...(!isTold && { note: takenBackNote }),
    confirmed_on: accepted.on,
    confirmed_by: accepted.by === null ? '' : oneLine(namedOrganisation(list, accepted.by).name),
    proof: sourcesCell([
      ...(file === null ? [] : [{ title: file.name, url: fileAddress(file, list.origin) }]),
      ...(source === null ? [] : [source]),
    ]),
  };
}
