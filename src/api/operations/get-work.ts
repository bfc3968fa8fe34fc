import { openEdition } from '../../registry/open-edition.ts';
import { openHistory } from '../../registry/open-history.ts';
import { openRelations } from '../../registry/open-relations.ts';
import { operation } from '../operation.ts';
import { tellWork, workShape } from '../shapes/work.ts';
import { workParameters } from '../usual-parameters.ts';

export const getWork = operation({
  id: 'getWork',
  address: '/works/{type}/{slug}',
  tag: 'works',
  th: 'เอกสารหนึ่งเรื่อง สถานะ ฉบับ เหตุการณ์ และความเชื่อมโยงกับเอกสารอื่น',
  en: 'A work: where it stands, its editions and events, and how it is tied to others',
  example: '/works/charters/model-tambon-charter',
  path: workParameters,
  query: {},
  answer: workShape,
  run: async (name, { register, now, origin }) => {
    const history = await openHistory(register, name, now);
    if (!history.ok) return { kind: 'refused', refusal: history.refusal };
    const current = await openEdition(register, name, 'current', now);
    if (!current.ok) return { kind: 'refused', refusal: current.refusal };
    const relations = await openRelations(register, name, current.value.manifest.relations);
    return { kind: 'answer', value: tellWork(history.value, relations, origin) };
  },
});
