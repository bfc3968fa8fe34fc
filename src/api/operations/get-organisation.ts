import { openOrganisation } from '../../registry/open-organisation.ts';
import { operation } from '../operation.ts';
import { organisationPageShape, tellOrganisationPage } from '../shapes/organisation.ts';
import { slugParameter } from '../usual-parameters.ts';

export const getOrganisation = operation({
  id: 'getOrganisation',
  address: '/organisations/{slug}',
  tag: 'bodies',
  th: 'หน่วยงานหนึ่ง กับพื้นที่ เครือข่าย และข้อตกลงที่เป็นภาคี',
  en: 'An organisation with its places, networks and agreements',
  example: '/organisations/thaihealth',
  path: { slug: slugParameter },
  query: {},
  answer: organisationPageShape,
  run: async ({ slug }, { register, now, origin }) => {
    const opened = await openOrganisation(register, slug, now);
    if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
    return { kind: 'answer', value: tellOrganisationPage(opened.value, origin) };
  },
});
