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
        claimed: oneLine(row.claims.map(({ named, value, unit }) => `${named}/${value} ${unit}`).join('; ')),
        works: row.works,
        sources: sourcesCell(row.sources),
        address: row.address,
        as_of: asOf,
      };
    }),
  );
