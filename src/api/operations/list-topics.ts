import { z } from 'zod';
import { addresses } from '../../domain/addresses.ts';
import { listTopics as list } from '../../registry/list-topics.ts';
import { operation } from '../operation.ts';

const topicShape = z.strictObject({
  topic: z.string().describe('`scheme/term`'),
  label: z.string(),
  scheme: z.string(),
  schemeTitle: z.string(),
  works: z.int().min(0),
  address: z.url(),
});

const answer = z.strictObject({ total: z.int().min(0), topics: z.array(topicShape).readonly() });

export const listTopics = operation({
  id: 'listTopics',
  address: '/topics',
  tag: 'bodies',
  th: 'ประเด็นทั้งหมดที่ใช้จัดเอกสาร พร้อมจำนวนเอกสาร',
  en: 'All topics by which works are ordered, with their number of works',
  example: '/topics',
  path: {},
  query: {},
  answer,
  run: async (_, { register, now, origin }) => {
    const topics = (await list(register, now)).map(({ topic, label, scheme, schemeTitle, works }) => ({
      topic,
      label,
      scheme,
      schemeTitle,
      works,
      address: new URL(addresses.topic(topic), origin).href,
    }));
    return { kind: 'answer', value: { total: topics.length, topics } };
  },
});
