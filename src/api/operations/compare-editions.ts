import { compareEditions as compare } from '../../registry/compare-editions.ts';
import { operation } from '../operation.ts';
import { comparisonDocument, comparisonShape } from '../shapes/comparison.ts';
import { editionParameter, workParameters } from '../usual-parameters.ts';

export const compareEditions = operation({
  id: 'compareEditions',
  address: '/works/{type}/{slug}/compare/{before}/{after}',
  tag: 'works',
  th: 'สิ่งที่เปลี่ยนระหว่างสองฉบับ',
  en: 'What changed from one edition to another',
  example: '/works/charters/model-tambon-charter/compare/1/2',
  path: { ...workParameters, before: editionParameter, after: editionParameter },
  query: {},
  answer: comparisonShape,
  run: async ({ before, after, ...name }, { register, origin }) => {
    const opened = await compare(register, name, before, after);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    return { kind: 'answer', value: comparisonDocument(opened.value, origin) };
  },
});
