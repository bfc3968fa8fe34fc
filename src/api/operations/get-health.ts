import { z } from 'zod';
import { asOfShape } from '../../exports/list-json.ts';
import { knowAsOf } from '../../registry/know-as-of.ts';
import { readHealth } from '../../registry/read-health.ts';
import { operation } from '../operation.ts';

const answer = z.strictObject({
  status: z.literal('ok'),
  revision: z.int().min(0).describe('Grows with every public change of the register'),
  editions: z.int().min(0),
  asOf: asOfShape.nullable().describe('As of when lists are told now'),
});

export const getHealth = operation({
  id: 'getHealth',
  address: '/health',
  tag: 'register',
  th: 'ทะเบียนทำงานอยู่หรือไม่ มีกี่ฉบับ และเปลี่ยนครั้งล่าสุดเมื่อใด',
  en: 'Whether the register answers, how many editions it has, and as of when',
  example: '/health',
  path: {},
  query: {},
  answer,
  run: async (_, { register, now }) => {
    const known = await knowAsOf(register, null, now);
    const asOf = known.kind === 'known' ? known.asOf.text : null;
    return {
      kind: 'answer',
      keep: 'none',
      value: { status: 'ok' as const, ...(await readHealth(register)), asOf },
    };
  },
});
