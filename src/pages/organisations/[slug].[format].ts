import type { APIRoute } from 'astro';
import { addresses } from '../../domain/addresses.ts';
import { writeOrganisationCsv } from '../../exports/organisation-csv.ts';
import { writeOrganisationJson } from '../../exports/organisation-json.ts';
import { exportOrganisation } from '../../registry/export-organisation.ts';
import { rowsFile } from '../_rows-file.ts';

/** The works that an organisation has a part in. */
export const GET: APIRoute = (context) => {
  const { slug = '', format = '' } = context.params;
  return rowsFile(context, format, {
    read: (register, asOf) => exportOrganisation(register, slug, asOf),
    write: { csv: writeOrganisationCsv, json: writeOrganisationJson },
    address: (extension, asOf) => addresses.organisationFile(slug, extension, asOf),
    name: `organisations-${slug}`,
    title: ({ organisation }) => `เอกสารของ${organisation.name}`,
  });
};
