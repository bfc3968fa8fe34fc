import { addresses } from '../../domain/addresses.ts';
import { networksDocument, networksShape } from '../../exports/networks-json.ts';
import { listNetworks as list } from '../../registry/list-networks.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { asOfParameter } from '../usual-parameters.ts';

export const listNetworks = operation({
  id: 'listNetworks',
  address: '/networks',
  tag: 'bodies',
  th: 'เครือข่ายและโครงการทั้งหมด',
  en: 'All networks and programmes',
  example: '/networks',
  mayMove: true,
  path: {},
  query: { asOf: asOfParameter },
  answer: networksShape,
  run: async ({ asOf: then }, context) => {
    const known = await askedAsOf(then, context);
    if (known.kind === 'else') return known.outcome;
    const { register, origin } = context;
    const { text: asOf } = known.asOf;
    const address = new URL(addresses.networksFile('json', asOf), origin).href;
    const networks = await list(register, known.asOf);
    return { kind: 'answer', value: networksDocument({ networks, asOf, address, origin }) };
  },
});
