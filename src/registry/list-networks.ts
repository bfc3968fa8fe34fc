import type { Register } from '../../db/connection.ts';
import { listNetworks as listAll } from '../../db/networks.ts';
import type { ListedNetwork } from '../domain/network.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { listedNetwork } from './steps/listed-network.ts';

/** Every network, then every programme, in Thai order of names, as far as they were known. */
export const listNetworks = async ({ read }: Register, asOf: KnownAsOf): Promise<readonly ListedNetwork[]> =>
  (await listAll(read, asOf)).map(listedNetwork);
