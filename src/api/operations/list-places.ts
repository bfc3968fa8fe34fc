import { z } from 'zod';
import { placeCodeShape } from '../../catalogue/manifest-schema.ts';
import { listProvinces } from '../../registry/list-provinces.ts';
import { openPlace } from '../../registry/open-place.ts';
import { operation } from '../operation.ts';
import { optional } from '../parameters.ts';
import { countedPlaceShape, tellCountedPlace } from '../shapes/place.ts';

const answer = z.strictObject({
  inside: placeCodeShape.nullable(),
  total: z.int().min(0),
  places: z.array(countedPlaceShape).readonly(),
});

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
  path: {},
  query: { inside: insideParameter },
  answer,
  run: async ({ inside }, { register, now, origin }) => {
    if (inside === undefined) {
      const provinces = await listProvinces(register);
      const places = provinces.map((place) => tellCountedPlace(place, [], origin));
      return { kind: 'answer', value: { inside: null, total: places.length, places } };
    }
    const opened = await openPlace(register, inside, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    const { chain } = opened.value;
    const places = opened.value.inside.map((place) => tellCountedPlace(place, chain, origin));
    return { kind: 'answer', value: { inside, total: places.length, places } };
  },
});
