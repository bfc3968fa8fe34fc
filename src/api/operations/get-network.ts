import { openNetwork } from '../../registry/open-network.ts';
import { operation } from '../operation.ts';
import { networkPageShape, tellNetworkPage } from '../shapes/network.ts';
import { slugParameter } from '../usual-parameters.ts';

export const getNetwork = operation({
  id: 'getNetwork',
  address: '/networks/{slug}',
  tag: 'bodies',
  th: 'เครือข่ายหรือโครงการหนึ่ง สมาชิก คำอ้าง เหตุการณ์ และพันธสัญญา',
  en: 'A network or programme: members, claims, events and commitments',
  example: '/networks/liveable-communities-northeast',
  path: { slug: slugParameter },
  query: {},
  answer: networkPageShape,
  run: async ({ slug }, { register, now, origin }) => {
    const opened = await openNetwork(register, slug, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    return { kind: 'answer', value: tellNetworkPage(opened.value, origin) };
  },
});
