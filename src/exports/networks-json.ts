import { z } from 'zod';
import { slugShape } from '../catalogue/manifest-schema.ts';
import { networkKinds, networkRoles } from '../domain/network.ts';
import { asOfShape, citedSourceShape } from './list-json.ts';
import { type NetworksExport, networkRow } from './networks-export.ts';
import { rowsJson } from './rows-json.ts';

const count = z.int().min(0);

/** A network as the overview tells it. */
export const listedNetworkShape = z.strictObject({
  slug: slugShape,
  kind: z.enum(networkKinds),
  kindLabel: z.string(),
  name: z.string(),
  address: z.url(),
  summary: z.string(),
  parent: slugShape.nullable(),
  hubs: count,
  named: count.describe('Members in any role, each once'),
  works: count,
  claims: z
    .array(
      z.strictObject({
        roles: z.array(z.enum(networkRoles)).readonly(),
        named: count,
        value: z.number(),
        unit: z.string(),
      }),
    )
    .readonly()
    .describe('Members in these roles that have a name, beside the number that a source claims'),
  sources: z.array(citedSourceShape).readonly(),
});

/** What `/networks.json` holds. */
export const networksShape = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('This file as of then'),
  total: count,
  networks: z.array(listedNetworkShape).readonly(),
});

export const networksDocument = (file: NetworksExport): z.output<typeof networksShape> => ({
  asOf: file.asOf,
  address: file.address,
  total: file.networks.length,
  networks: file.networks.map((network) => networkRow(network, file.origin)),
});

/** Networks and programmes as JSON, one to a line. */
export function writeNetworksJson(file: NetworksExport): string {
  const { networks, ...head } = networksDocument(file);
  return rowsJson(head, 'networks', networks);
}
