import { editionDocument, editionShape } from '../../exports/edition-json.ts';
import { openEdition } from '../../registry/open-edition.ts';
import { operation } from '../operation.ts';
import { editionParameter, workParameters } from '../usual-parameters.ts';

export const getEdition = operation({
  id: 'getEdition',
  address: '/works/{type}/{slug}/editions/{number}',
  tag: 'works',
  th: 'ฉบับหนึ่งทั้งฉบับ ข้อมูลกำกับ เนื้อความ ข้อ และค่า SHA-256',
  en: 'An edition: its manifest with its text and hash, and its provisions',
  example: '/works/charters/model-tambon-charter/editions/1',
  path: { ...workParameters, number: editionParameter },
  query: {},
  answer: editionShape,
  run: async ({ number, ...name }, { register, now, origin }) => {
    const opened = await openEdition(register, name, number, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    return { kind: 'answer', value: editionDocument({ ...opened.value, origin }) };
  },
});
