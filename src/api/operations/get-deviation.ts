import { openDeviation } from '../../registry/open-deviation.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { deviationDocument, deviationShape } from '../shapes/deviation.ts';
import { asOfParameter, workParameters } from '../usual-parameters.ts';

export const getDeviation = operation({
  id: 'getDeviation',
  address: '/works/{type}/{slug}/deviation',
  tag: 'works',
  th: 'สิ่งที่ฉบับปัจจุบันต่างจากแม่แบบที่ใช้เขียน',
  en: 'How the current edition differs from the model that it was written after',
  example: '/works/charters/model-short-charter/deviation',
  mayMove: true,
  path: workParameters,
  query: { asOf: asOfParameter },
  answer: deviationShape,
  run: async ({ asOf: then, ...name }, context) => {
    const known = await askedAsOf(then, context);
    if (known.kind === 'else') return known.outcome;
    const { register, now, origin } = context;
    const opened = await openDeviation(register, name, now, known.asOf);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    return { kind: 'answer', value: deviationDocument(name, opened.value, origin) };
  },
});
