import { spreadDocument, spreadShape } from '../../exports/spread-json.ts';
import { openSpread } from '../../registry/open-spread.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { asOfParameter, slugParameter } from '../usual-parameters.ts';

export const getSpread = operation({
  id: 'getSpread',
  address: '/works/cases/{slug}/spread',
  tag: 'works',
  th: 'ใครนำกรณีตัวอย่างไปใช้ ปรับเป็นข้อใด เมื่อใด ใครบอก และเกิดผลงานใด',
  en: 'Who took a case over, as which provision, since when, who says so, and what deeds it led to',
  example: '/works/cases/nam-kum-forest/spread',
  mayMove: true,
  path: { slug: slugParameter },
  query: { asOf: asOfParameter },
  answer: spreadShape,
  run: async ({ slug, asOf: then }, context) => {
    const known = await askedAsOf(then, context);
    if (known.kind === 'else') return known.outcome;
    const { register, now, origin } = context;
    const opened = await openSpread(register, slug, now, known.asOf);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    return { kind: 'answer', value: spreadDocument({ ...opened.value, origin }) };
  },
});
