import { partiesSchema, writePartiesJson } from '../../exports/parties-json.ts';
import { openParties } from '../../registry/open-parties.ts';
import { operation } from '../operation.ts';
import { onParameter, slugParameter } from '../usual-parameters.ts';

export const getParties = operation({
  id: 'getParties',
  address: '/works/agreements/{slug}/parties',
  tag: 'agreements',
  th: 'ตารางภาคีของข้อตกลงในวันหนึ่ง ข้างจำนวนที่แหล่งข่าวอ้าง',
  en: 'The parties of an agreement on a day, beside the numbers that sources claim',
  example: '/works/agreements/northeast-54-lao-2560/parties',
  mayMove: true,
  path: { slug: slugParameter },
  query: { on: onParameter },
  answer: partiesSchema,
  run: async ({ slug, on }, { register, now, origin }) => {
    const opened = await openParties(register, slug, on ?? null, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    if (opened.value.kind === 'same_day') return { kind: 'moved', to: { on: opened.value.date } };
    return { kind: 'written', text: writePartiesJson({ ...opened.value.page, origin }) };
  },
});
