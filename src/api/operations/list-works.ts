import { z } from 'zod';
import { facets } from '../../catalogue/facets.ts';
import { addresses } from '../../domain/addresses.ts';
import type { WorkType } from '../../domain/work.ts';
import { rowOf } from '../../exports/list-export.ts';
import { asOfShape, listRowShape } from '../../exports/list-json.ts';
import { pageWorks } from '../../registry/page-works.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { askedList } from '../asked-list.ts';
import { operation } from '../operation.ts';
import { facetsShape, tellFacets } from '../shapes/facets.ts';
import { asOfParameter, facetParameters, pageParameters, sortParameter } from '../usual-parameters.ts';

const answer = z.strictObject({
  asOf: asOfShape,
  address: z.url().nullable().describe('The same list as a page; null for a list of all types'),
  total: z.int().min(0),
  page: z.int().min(1),
  pages: z.int().min(1),
  perPage: z.int().min(1),
  works: z.array(listRowShape).readonly(),
  facets: facetsShape,
});

const offers = facets.map(({ key }) => key);

export const listWorks = operation({
  id: 'listWorks',
  address: '/works',
  tag: 'works',
  th: 'รายการเอกสาร กรองได้เหมือนหน้ารายการ พร้อมจำนวนของแต่ละตัวกรอง',
  en: 'Works, narrowed as on the pages of lists, with the counts of every facet',
  example: '/works?type=charters&province=56',
  mayMove: true,
  path: {},
  query: { ...facetParameters, sort: sortParameter, ...pageParameters, asOf: asOfParameter },
  answer,
  run: async (asked, context) => {
    const known = await askedAsOf(asked.asOf, context);
    if (known.kind === 'else') return known.outcome;
    const list = await askedList(asked, context);
    if (list.kind === 'else') return list.outcome;
    const { asOf } = known;
    const { filter, order, query } = list;
    const { page, perPage } = asked;
    const found = await pageWorks(context.register, filter, { page, perPage, order, offers, asOf });
    const pages = Math.max(1, Math.ceil(found.total / perPage));
    const { type, ...rest } = query;
    return {
      kind: 'answer',
      paging: { page, pages, asOf: asOf.text },
      value: {
        asOf: asOf.text,
        address:
          type === undefined
            ? null
            : new URL(addresses.list(type as WorkType, { ...rest, asOf: asOf.text }), context.origin).href,
        total: found.total,
        page,
        pages,
        perPage,
        works: found.works.map((work) => rowOf(work, context.origin)),
        facets: tellFacets(found.facets, filter.type ?? null),
      },
    };
  },
});
