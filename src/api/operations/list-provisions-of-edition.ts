import { z } from 'zod';
import { hashShape } from '../../catalogue/manifest-schema.ts';
import { editionDocument, provisionShape } from '../../exports/edition-json.ts';
import { openEdition } from '../../registry/open-edition.ts';
import { operation } from '../operation.ts';
import { editionParameter, workParameters } from '../usual-parameters.ts';

const answer = z.strictObject({
  edition: z.url(),
  sha256: hashShape,
  total: z.int().min(0),
  provisions: z.array(provisionShape).readonly(),
});

export const listProvisionsOfEdition = operation({
  id: 'listProvisionsOfEdition',
  address: '/works/{type}/{slug}/editions/{number}/provisions',
  tag: 'provisions',
  th: 'หมวด ส่วน ข้อ และวรรคของฉบับหนึ่ง ตามลำดับ',
  en: 'The provisions of an edition, in reading order',
  example: '/works/charters/model-tambon-charter/editions/1/provisions',
  path: { ...workParameters, number: editionParameter },
  query: {},
  answer,
  run: async ({ number, ...name }, { register, now, origin }) => {
    const opened = await openEdition(register, name, number, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    const { address, sha256, provisions } = editionDocument({ ...opened.value, origin });
    return { kind: 'answer', value: { edition: address, sha256, total: provisions.length, provisions } };
  },
});
