import type { NamedOfClaimed } from '../domain/network.ts';
import { networkRolesText } from '../i18n/labels.ts';
import { oneLine } from './edition-export.ts';
import { type NetworksExport, networkRow } from './networks-export.ts';
import { sourcesCell, writeCsv } from './write-csv.ts';

/** Names of the columns, in their order; English without spaces, as data.go.th asks. */
export const networkColumns = [
  'network',
  'kind',
  'kind_label',
  'name',
  'summary',
  'parent',
  'hubs',
  'named',
  'claimed',
  'works',
  'sources',
  'address',
  'as_of',
] as const;

const claimCell = ({ roles, named, value, unit }: NamedOfClaimed): string =>
  `${networkRolesText(roles)}: ${named}/${value} ${unit}`;

/** Networks and programmes as CSV, one a row. */
export const writeNetworksCsv = ({ networks, asOf, origin }: NetworksExport): string =>
  writeCsv(
    networkColumns,
    networks.map((network) => {
      const row = networkRow(network, origin);
      return {
        network: row.slug,
        kind: row.kind,
        kind_label: row.kindLabel,
        name: oneLine(row.name),
        summary: oneLine(row.summary),
        parent: row.parent ?? '',
        hubs: row.hubs,
        named: row.named,
        claimed: oneLine(row.claims.map(claimCell).join('; ')),
        works: row.works,
        sources: sourcesCell(row.sources),
        address: row.address,
        as_of: asOf,
      };
    }),
  );
