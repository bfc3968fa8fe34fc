import { z } from 'zod';
import { openHistory } from '../../registry/open-history.ts';
import { operation } from '../operation.ts';
import { tellTitledWork, titledWorkShape } from '../shapes/named.ts';
import { editionEntryShape, tellEditions } from '../shapes/work.ts';
import { workParameters } from '../usual-parameters.ts';

const answer = z.strictObject({
  work: titledWorkShape,
  currentEdition: z.int().min(1),
  total: z.int().min(1),
  editions: z.array(editionEntryShape).readonly(),
});

export const listEditions = operation({
  id: 'listEditions',
  address: '/works/{type}/{slug}/editions',
  tag: 'works',
  th: 'ฉบับทั้งหมดของเอกสาร พร้อมค่า SHA-256',
  en: 'All editions of a work, with their hashes',
  example: '/works/charters/model-tambon-charter/editions',
  path: workParameters,
  query: {},
  answer,
  run: async (name, { register, now, origin }) => {
    const history = await openHistory(register, name, now);
    if (!history.ok) return { kind: 'refused', refusal: history.refusal };
    const { title, currentNumber, editions } = history.value;
    const value = {
      work: tellTitledWork({ ...name, title }, origin),
      currentEdition: currentNumber,
      total: editions.length,
      editions: tellEditions(history.value, origin),
    };
    return { kind: 'answer', value };
  },
});
