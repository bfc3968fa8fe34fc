import { z } from 'zod';
import { addresses } from '../../domain/addresses.ts';
import { placesDocument, placesShape } from '../../exports/places-json.ts';
import { listPlaces as list } from '../../registry/list-places.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { optional } from '../parameters.ts';
import { asOfParameter } from '../usual-parameters.ts';

const insideParameter = optional(z.string().regex(/^\d{2}(?:\d{2})?$/), {
  th: 'รหัสจังหวัด 2 หลัก หรืออำเภอ 4 หลัก ถ้าไม่ระบุได้จังหวัดทั้งหมด',
  en: 'the code of a province or district; all provinces when left out',
});

export const listPlaces = operation({
  id: 'listPlaces',
  address: '/places',
  tag: 'places',
  th: 'จังหวัดทั้งหมด หรือพื้นที่ภายในจังหวัดหรืออำเภอ พร้อมจำนวนเอกสาร รวมที่เป็นศูนย์',
  en: 'All provinces, or the places inside one, with their number of works, zeros included',
  example: '/places?inside=56',
  mayMove: true,
  path: {},
  query: { inside: insideParameter, asOf: asOfParameter },
  answer: placesShape,
  run: async ({ inside = null, asOf: then }, context) => {
    const known = await askedAsOf(then, context);
    if (known.kind === 'else') return known.outcome;
    const { register, origin } = context;
    const { text: asOf } = known.asOf;
    const opened = await list(register, inside, known.asOf);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    const address = new URL(addresses.placesFile('json', { inside, asOf }), origin).href;
    return { kind: 'answer', value: placesDocument({ ...opened.value, asOf, address, origin }) };
  },
});
