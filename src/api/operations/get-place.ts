import { placeCodeShape } from '../../catalogue/manifest-schema.ts';
import { openPlace } from '../../registry/open-place.ts';
import { operation } from '../operation.ts';
import { required } from '../parameters.ts';
import { placePageShape, tellPlacePage } from '../shapes/place.ts';

export const codeParameter = required(placeCodeShape, {
  th: 'รหัสทางราชการ 2, 4, 6 หรือ 8 หลัก',
  en: 'an official code of 2, 4, 6 or 8 digits',
});

export const getPlace = operation({
  id: 'getPlace',
  address: '/places/{code}',
  tag: 'places',
  th: 'พื้นที่หนึ่ง กับเอกสาร หน่วยงาน และเครือข่ายของพื้นที่',
  en: 'A place with its works, organisations and networks',
  example: '/places/560118',
  path: { code: codeParameter },
  query: {},
  answer: placePageShape,
  run: async ({ code }, { register, now, origin }) => {
    const opened = await openPlace(register, code, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    const [value] = tellPlacePage(opened.value, origin);
    return value === undefined ? { kind: 'not_found' } : { kind: 'answer', value };
  },
});
