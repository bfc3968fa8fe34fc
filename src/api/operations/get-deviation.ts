import { openDeviation } from '../../registry/open-deviation.ts';
import { operation } from '../operation.ts';
import { deviationDocument, deviationShape } from '../shapes/deviation.ts';
import { workParameters } from '../usual-parameters.ts';

export const getDeviation = operation({
  id: 'getDeviation',
  address: '/works/{type}/{slug}/deviation',
  tag: 'works',
  th: 'สิ่งที่ฉบับปัจจุบันต่างจากแม่แบบที่ใช้เขียน',
  en: 'How the current edition differs from the model that it was written after',
  example: '/works/charters/model-short-charter/deviation',
  path: workParameters,
  query: {},
  answer: deviationShape,
  run: async (name, { register, now, origin }) => {
    const opened = await openDeviation(register, name, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    return { kind: 'answer', value: deviationDocument(name, opened.value, origin) };
  },
});
