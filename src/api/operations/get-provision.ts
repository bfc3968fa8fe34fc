import { z } from 'zod';
import { hashShape } from '../../catalogue/manifest-schema.ts';
import { provisionCitation } from '../../exports/citation.ts';
import { editionDocument, provisionShape } from '../../exports/edition-json.ts';
import { openEdition } from '../../registry/open-edition.ts';
import { operation } from '../operation.ts';
import { required } from '../parameters.ts';
import { editionParameter, workParameters } from '../usual-parameters.ts';

const answer = z.strictObject({
  provision: provisionShape,
  edition: z.url(),
  sha256: hashShape,
  citation: z.string(),
});

export const eidParameter = required(
  z
    .string()
    .max(120)
    .regex(/^[a-z0-9-]+$/),
  {
    th: 'รหัสของข้อในฉบับนั้น เช่น cl-5',
    en: 'the id of the provision in its edition, such as cl-5',
  },
);

export const getProvision = operation({
  id: 'getProvision',
  address: '/works/{type}/{slug}/editions/{number}/provisions/{eid}',
  tag: 'provisions',
  th: 'ข้อหนึ่งของฉบับหนึ่ง',
  en: 'One provision of an edition',
  example: '/works/charters/model-tambon-charter/editions/1/provisions/cl-5',
  path: { ...workParameters, number: editionParameter, eid: eidParameter },
  query: {},
  answer,
  run: async ({ number, eid, ...name }, { register, now, origin }) => {
    const opened = await openEdition(register, name, number, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    const document = editionDocument({ ...opened.value, origin });
    const provision = document.provisions.find((one) => one.eid === eid);
    if (provision === undefined) return { kind: 'refused', refusal: { code: 'provision_not_found', eid } };
    const { address, sha256 } = document;
    const citation = provisionCitation({ ...opened.value, origin }, provision);
    return { kind: 'answer', value: { provision, edition: address, sha256, citation } };
  },
});
