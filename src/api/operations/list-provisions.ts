import { addresses } from '../../domain/addresses.ts';
import type { WorkType } from '../../domain/work.ts';
import { provisionListShape } from '../../exports/provision-json.ts';
import { provisionRowsOf } from '../../exports/provision-rows.ts';
import { exportProvisions } from '../../registry/export-provisions.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { askedList } from '../asked-list.ts';
import { apiRoot, operation } from '../operation.ts';
import { number } from '../parameters.ts';
import { asOfParameter, facetParameters, sortParameter, typeParameter } from '../usual-parameters.ts';

const fromParameter = number(
  { th: 'เรื่องแรกของส่วนนี้ เริ่มจาก 1', en: 'the first work of this part, from 1; `next` leads on' },
  { least: 1, most: 9_999_999, usual: 1 },
);

/** An answer is made in one turn of the event loop; a file may take longer. */
const mostOfPart = { works: 100, characters: 200_000 };

export const listProvisions = operation({
  id: 'listProvisions',
  address: '/provisions',
  tag: 'provisions',
  th: 'ข้อของทุกเอกสารในรายการ แถวละข้อ แบ่งเป็นส่วน',
  en: 'The provisions of the works of a list, one a row, in parts',
  example: '/provisions?type=charters&province=56',
  mayMove: true,
  path: {},
  query: {
    ...facetParameters,
    type: typeParameter,
    sort: sortParameter,
    from: fromParameter,
    asOf: asOfParameter,
  },
  answer: provisionListShape,
  run: async (asked, context) => {
    const known = await askedAsOf(asked.asOf, context);
    if (known.kind === 'else') return known.outcome;
    const list = await askedList(asked, context);
    if (list.kind === 'else') return list.outcome;
    const { asOf } = known;
    const { origin, register } = context;
    const { filter, order, query } = list;
    const part = await exportProvisions(register, filter, order, asOf, asked.from, mostOfPart);
    const next = part.next === null ? undefined : { from: String(part.next), asOf: asOf.text };
    const { type, ...rest } = query;
    const dated = { ...rest, asOf: asOf.text };
    return {
      kind: 'answer',
      ...(next && { next }),
      value: {
        asOf: asOf.text,
        address: new URL(addresses.list(type as WorkType, dated), origin).href,
        total: part.total,
        next: next ? `${origin}${apiRoot}/provisions?${new URLSearchParams({ ...query, ...next })}` : null,
        provisions: part.works.flatMap((work) => provisionRowsOf(work, origin)),
      },
    };
  },
});
