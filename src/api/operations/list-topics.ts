import { addresses } from '../../domain/addresses.ts';
import { topicsDocument, topicsShape } from '../../exports/topics-json.ts';
import { countTopics } from '../../registry/count-topics.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { asOfParameter } from '../usual-parameters.ts';

export const listTopics = operation({
  id: 'listTopics',
  address: '/topics',
  tag: 'bodies',
  th: 'ประเด็นทั้งหมดที่ใช้จัดเอกสาร พร้อมจำนวนเอกสาร',
  en: 'All topics by which works are ordered, with their number of works',
  example: '/topics',
  mayMove: true,
  path: {},
  query: { asOf: asOfParameter },
  answer: topicsShape,
  run: async ({ asOf: then }, context) => {
    const known = await askedAsOf(then, context);
    if (known.kind === 'else') return known.outcome;
    const { register, origin } = context;
    const { text: asOf } = known.asOf;
    const address = new URL(addresses.topicsFile('json', asOf), origin).href;
    const works = await countTopics(register, known.asOf);
    return { kind: 'answer', value: topicsDocument({ works, asOf, address, origin }) };
  },
});
