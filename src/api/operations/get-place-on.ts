import { openPlaceOn } from '../../registry/open-place-on.ts';
import { operation } from '../operation.ts';
import { placeOnShape, tellPlaceOn } from '../shapes/place.ts';
import { dateParameter } from '../usual-parameters.ts';
import { codeParameter } from './get-place.ts';

export const getPlaceOn = operation({
  id: 'getPlaceOn',
  address: '/places/{code}/on/{date}',
  tag: 'places',
  th: 'เอกสารทั้งหมดที่ใช้อยู่ในพื้นที่ในวันหนึ่ง',
  en: 'Everything that stood in a place on a day',
  example: '/places/560118/on/2019-01-01',
  mayMove: true,
  path: { code: codeParameter, date: dateParameter },
  query: {},
  answer: placeOnShape,
  run: async ({ code, date }, { register, origin }) => {
    const opened = await openPlaceOn(register, code, date);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    if (opened.value.kind === 'same_day') return { kind: 'moved', to: { date: opened.value.date } };
    const [value] = tellPlaceOn(opened.value, origin);
    return value === undefined ? { kind: 'not_found' } : { kind: 'answer', value };
  },
});
