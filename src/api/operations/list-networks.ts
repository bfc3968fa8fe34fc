import { z } from 'zod';
import { listNetworks as list } from '../../registry/list-networks.ts';
import { operation } from '../operation.ts';
import { listedNetworkShape, tellListedNetwork } from '../shapes/network.ts';

const answer = z.strictObject({
  total: z.int().min(0),
  networks: z.array(listedNetworkShape).readonly(),
});

export const listNetworks = operation({
  id: 'listNetworks',
  address: '/networks',
  tag: 'bodies',
  th: 'เครือข่ายและโครงการทั้งหมด',
  en: 'All networks and programmes',
  example: '/networks',
  path: {},
  query: {},
  answer,
  run: async (_, { register, origin }) => {
    const networks = (await list(register)).map((one) => tellListedNetwork(one, origin));
    return { kind: 'answer', value: { total: networks.length, networks } };
  },
});
