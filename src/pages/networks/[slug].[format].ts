import type { APIRoute } from 'astro';
import { addresses } from '../../domain/addresses.ts';
import { writeNetworkCsv } from '../../exports/network-csv.ts';
import { writeNetworkJson } from '../../exports/network-json.ts';
import { exportNetwork } from '../../registry/export-network.ts';
import { rowsFile } from '../_rows-file.ts';

/** The members and works of a network. */
export const GET: APIRoute = (context) => {
  const { slug = '', format = '' } = context.params;
  return rowsFile(context, format, {
    read: (register, asOf) => exportNetwork(register, slug, asOf),
    write: { csv: writeNetworkCsv, json: writeNetworkJson },
    address: (extension, asOf) => addresses.networkFile(slug, extension, asOf),
    name: `networks-${slug}`,
    title: ({ network }) => network.name,
  });
};
