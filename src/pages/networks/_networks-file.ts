import { addresses } from '../../domain/addresses.ts';
import type { ListedNetwork } from '../../domain/network.ts';
import { accepted } from '../../domain/result.ts';
import { writeNetworksCsv } from '../../exports/networks-csv.ts';
import { writeNetworksJson } from '../../exports/networks-json.ts';
import { listNetworks } from '../../registry/list-networks.ts';
import type { RowsFile } from '../_rows-file.ts';

/** Every network and programme, a row each. */
export const networksFile: RowsFile<{ readonly networks: readonly ListedNetwork[] }> = {
  read: async (register, asOf) => accepted({ networks: await listNetworks(register, asOf) }),
  write: { csv: writeNetworksCsv, json: writeNetworksJson },
  address: addresses.networksFile,
  name: 'networks',
  title: () => 'เครือข่ายและโครงการ',
};
