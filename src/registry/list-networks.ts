import type { Register } from '../../db/connection.ts';
import { listNetworks as listAll } from '../../db/networks.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { type ListedNetwork, listedNetwork } from './steps/listed-network.ts';

export type { ListedNetwork } from './steps/listed-network.ts';

/** Every network, then every programme, in Thai order of names, as far as they were known. */
export const listNetworks = async ({ read }: Register, asOf: KnownAsOf): Promise<readonly ListedNetwork[]> =>
  (await listAll(read, asOf)).map(listedNetwork);
