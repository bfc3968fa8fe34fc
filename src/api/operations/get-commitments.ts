import { commitmentsSchema, writeCommitmentsJson } from '../../exports/commitments-json.ts';
import { openCommitments } from '../../registry/open-commitments.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { asOfParameter, onParameter, slugParameter } from '../usual-parameters.ts';

export const getCommitments = operation({
  id: 'getCommitments',
  address: '/works/agreements/{slug}/commitments',
  tag: 'agreements',
  th: 'พันธสัญญาของข้อตกลง ความคืบหน้าทุกความหมายที่อ่านได้ และหลักฐาน ในวันหนึ่ง',
  en: 'The commitments of an agreement on a day: every reading, its progress and the evidence',
  example: '/works/agreements/ra-ngae-9-lao-resilience/commitments',
  mayMove: true,
  path: { slug: slugParameter },
  query: { on: onParameter, asOf: asOfParameter },
  answer: commitmentsSchema,
  run: async ({ slug, on, asOf: then }, context) => {
    const known = await askedAsOf(then, context);
    if (known.kind === 'else') return known.outcome;
    const { register, now, origin } = context;
    const opened = await openCommitments(register, slug, on ?? null, now, known.asOf);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    if (opened.value.kind === 'same_day') return { kind: 'moved', to: { on: opened.value.date } };
    return { kind: 'written', text: writeCommitmentsJson({ ...opened.value.page, origin }) };
  },
});
