import { spreadDocument, spreadShape } from '../../exports/spread-json.ts';
import { openSpread } from '../../registry/open-spread.ts';
import { operation } from '../operation.ts';
import { slugParameter } from '../usual-parameters.ts';

export const getSpread = operation({
  id: 'getSpread',
  address: '/works/cases/{slug}/spread',
  tag: 'works',
  th: 'ใครนำกรณีตัวอย่างไปใช้ ปรับเป็นข้อใด เมื่อใด ใครบอก และเกิดผลงานใด',
  en: 'Who took a case over, as which provision, since when, who says so, and what deeds it led to',
  example: '/works/cases/nam-kum-forest/spread',
  path: { slug: slugParameter },
  query: {},
  answer: spreadShape,
  run: async ({ slug }, { register, now, origin }) => {
    const opened = await openSpread(register, slug, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    return { kind: 'answer', value: spreadDocument({ ...opened.value, origin }) };
  },
});
