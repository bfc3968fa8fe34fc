import { findSimilarProvisions } from '../../registry/find-similar-provisions.ts';
import { openProvision } from '../../registry/open-provision.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { optional } from '../parameters.ts';
import { provisionDocument, provisionPageShape } from '../shapes/provision-page.ts';
import { asOfParameter, editionParameter, pageParameters, workParameters } from '../usual-parameters.ts';
import { eidParameter } from './get-provision.ts';

export const getProvisionLineage = operation({
  id: 'getProvisionLineage',
  address: '/works/{type}/{slug}/provisions/{eid}',
  tag: 'provisions',
  th: 'ข้อหนึ่ง มาจากไหน ใครนำไปใช้ต่อ เปลี่ยนอย่างไรในแต่ละฉบับ และข้อที่คล้ายกันของเอกสารอื่น',
  en: 'A provision: where it came from, who took it over, its history, and clauses like it',
  example: '/works/charters/model-village-rules/provisions/cl-7',
  mayMove: true,
  path: { ...workParameters, eid: eidParameter },
  query: {
    edition: {
      ...optional(editionParameter.schema, {
        th: 'ลำดับของฉบับ ถ้าไม่ระบุคือฉบับปัจจุบัน',
        en: 'the number of the edition; the current one when left out',
      }),
      fromText: editionParameter.fromText,
    },
    page: pageParameters.page,
    asOf: asOfParameter,
  },
  answer: provisionPageShape,
  run: async ({ eid, edition: number = null, page, asOf: then, ...name }, context) => {
    const known = await askedAsOf(then, context);
    if (known.kind === 'else') return known.outcome;
    const { asOf } = known;
    const { register, now, origin } = context;
    const opened = await openProvision(register, name, { eid, edition: number, page }, now, asOf);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    const { value } = opened;
    if (value.kind === 'moved') {
      const edition = value.edition === null ? null : String(value.edition);
      return { kind: 'moved', to: { eid: value.eid, edition, page: null } };
    }
    const { provision, edition: read, pages } = value.page;
    const similar = await findSimilarProvisions(register, read, provision, now, asOf);
    return {
      kind: 'answer',
      paging: { page, pages: Math.max(1, pages), asOf: asOf.text },
      value: provisionDocument(value.page, similar, origin),
    };
  },
});
