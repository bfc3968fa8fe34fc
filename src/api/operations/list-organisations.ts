import { z } from 'zod';
import { placeCodeShape } from '../../catalogue/manifest-schema.ts';
import { organisationKinds } from '../../domain/organisation.ts';
import { listOrganisations as list } from '../../registry/list-organisations.ts';
import { operation } from '../operation.ts';
import { optional } from '../parameters.ts';
import { organisationShape, tellOrganisation } from '../shapes/organisation.ts';
import { pageParameters } from '../usual-parameters.ts';

const answer = z.strictObject({
  total: z.int().min(0),
  page: z.int().min(1),
  pages: z.int().min(1),
  perPage: z.int().min(1),
  organisations: z.array(organisationShape).readonly(),
});

export const listOrganisations = operation({
  id: 'listOrganisations',
  address: '/organisations',
  tag: 'bodies',
  th: 'หน่วยงานที่เอกสารในทะเบียนกล่าวถึง',
  en: 'The organisations that works of the register name',
  example: '/organisations?kind=sao',
  path: {},
  query: {
    kind: optional(z.enum(organisationKinds), { th: 'ชนิดของหน่วยงาน', en: 'the kind of organisation' }),
    place: optional(placeCodeShape, {
      th: 'รหัสพื้นที่ที่หน่วยงานดูแล',
      en: 'the code of a place that it covers, wholly or in part',
    }),
    ...pageParameters,
  },
  answer,
  run: async ({ kind, place, page, perPage }, { register, origin }) => {
    const { organisations, total } = await list(register, { kind, place }, { page, perPage });
    const pages = Math.max(1, Math.ceil(total / perPage));
    return {
      kind: 'answer',
      paging: { page, pages, asOf: null },
      value: {
        total,
        page,
        pages,
        perPage,
        organisations: organisations.map((one) => tellOrganisation(one, origin)),
      },
    };
  },
});
