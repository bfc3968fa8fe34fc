import { z } from 'zod';
import { partialDate } from '../../catalogue/manifest-schema.ts';
import { editionDocument, editionShape } from '../../exports/edition-json.ts';
import { findEditionOn } from '../../registry/find-edition-on.ts';
import { openEdition } from '../../registry/open-edition.ts';
import { operation } from '../operation.ts';
import { dateParameter, workParameters } from '../usual-parameters.ts';

const answer = z.strictObject({
  date: partialDate.describe('As asked for; a month or a year asks about its last day'),
  number: z.int().min(1),
  edition: editionShape,
});

export const getEditionOn = operation({
  id: 'getEditionOn',
  address: '/works/{type}/{slug}/on/{date}',
  tag: 'works',
  th: 'ฉบับที่ใช้อยู่ในวันหนึ่ง',
  en: 'The edition that stood on a date',
  example: '/works/charters/model-tambon-charter/on/2026-12-01',
  mayMove: true,
  path: { ...workParameters, date: dateParameter },
  query: {},
  answer,
  run: async ({ date, ...name }, { register, now, origin }) => {
    const found = await findEditionOn(register, name, date);
    if (!found.ok) return { kind: 'refused', refusal: found.refusal };
    if (found.value.kind === 'same_day') return { kind: 'moved', to: { date: found.value.date } };
    const { number } = found.value;
    const opened = await openEdition(register, name, number, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    const edition = editionDocument({ ...opened.value, origin });
    return { kind: 'answer', value: { date, number, edition } };
  },
});
