import { z } from 'zod';
import { factOfDateShape } from '../catalogue/manifest-schema.ts';
import { networkRoles } from '../domain/network.ts';
import { asOfShape, citedSourceShape, listRowShape, listRows, namedPlaceShape } from './list-json.ts';
import { memberRow, type NetworkExport } from './network-export.ts';
import { networkRow } from './networks-export.ts';
import { listedNetworkShape } from './networks-json.ts';
import { namedOrganisationShape } from './parties-json.ts';
import { rowsJsonInTurns } from './rows-json.ts';

const texts = z.array(z.string()).readonly();

/** What `/networks/{slug}.json` holds. */
export const networkShape = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('This file as of then'),
  network: listedNetworkShape,
  members: z
    .array(
      z.strictObject({
        organisation: namedOrganisationShape,
        role: z.enum(networkRoles),
        roleLabel: z.string(),
        since: factOfDateShape,
        until: factOfDateShape,
        functions: texts,
        teaches: texts,
        places: z.array(namedPlaceShape).readonly().describe('What the organisation covers'),
        note: z.string().nullable(),
        sources: z.array(citedSourceShape).readonly(),
      }),
    )
    .readonly()
    .describe('An entry for each role'),
  total: z.int().min(0).describe('Works that came out of it'),
  works: z.array(listRowShape).readonly(),
});

/** A network as JSON, one work to a line. */
export function writeNetworkJson(file: NetworkExport): Promise<string> {
  const { asOf, address, network, members, works, origin } = file;
  const head: Omit<z.output<typeof networkShape>, 'works'> = {
    asOf,
    address,
    network: networkRow(network, origin),
    members: members.map((member) => memberRow(member, origin)),
    total: works.length,
  };
  return rowsJsonInTurns(head, 'works', listRows(works, origin));
}
