import { z } from 'zod';
import { partyRoles } from '../domain/edition.ts';
import { asOfShape, listRowShape } from './list-json.ts';
import { type OrganisationExport, partRow } from './organisation-export.ts';
import { namedOrganisation } from './parties-export.ts';
import { deedShape, namedOrganisationShape } from './parties-json.ts';
import { rowsJsonInTurns } from './rows-json.ts';

/** A work with the part that an organisation has in it. */
const partShape = z.strictObject({
  role: z.enum(partyRoles),
  roleLabel: z.string(),
  organisation: namedOrganisationShape.describe(
    'Whose part it is: the organisation, or one it carries on for',
  ),
  knownBy: z
    .enum(['edition', 'accession'])
    .describe('Whether the edition names it, or it joined through the register'),
  deeds: z.array(deedShape),
  confirmedOn: z.iso.date().nullable().describe('When its accession was confirmed'),
  note: z.string().nullable(),
  ...listRowShape.shape,
});

/** What `/organisations/{slug}.json` holds. */
export const organisationPartsShape = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('This file as of then'),
  organisation: namedOrganisationShape,
  total: z.int().min(0).describe('Roles in works'),
  works: z.array(partShape).readonly(),
});

/** The works that an organisation has a part in as JSON, a role in a work to a line. */
export function writeOrganisationJson(file: OrganisationExport): Promise<string> {
  const { asOf, address, organisation, works } = file;
  const head: Omit<z.output<typeof organisationPartsShape>, 'works'> = {
    asOf,
    address,
    organisation: namedOrganisation(file, organisation.slug),
    total: works.length,
  };
  return rowsJsonInTurns(head, 'works', partRows(file));
}

function* partRows(file: OrganisationExport): Iterable<z.output<typeof partShape>> {
  for (const part of file.works) yield partRow(part, file);
}
