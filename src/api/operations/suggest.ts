import { z } from 'zod';
import { suggestionGroups } from '../../i18n/suggestions.ts';
import { workTypeLabels } from '../../i18n/work-types.ts';
import { type SuggestedPage, suggestPages } from '../../registry/suggest-pages.ts';
import { operation } from '../operation.ts';
import { asText, optional } from '../parameters.ts';

const answer = z.strictObject({
  suggestions: z
    .array(
      z.strictObject({
        group: z.enum(Object.values(suggestionGroups)),
        label: z.string(),
        detail: z.string(),
        href: z.string().describe('A path of this site'),
      }),
    )
    .readonly(),
});

export const suggest = operation({
  id: 'suggest',
  address: '/suggest',
  tag: 'search',
  th: 'พื้นที่ เอกสาร และประเด็นที่ชื่อขึ้นต้นด้วยหรือมีคำที่พิมพ์ ไม่เกินแปดรายการ',
  en: 'Places, works and topics whose names begin with or hold a text, at most eight',
  example: '/suggest?q=สันป่า',
  path: {},
  query: {
    q: asText(optional(z.string(), { th: 'คำที่พิมพ์', en: 'what is typed' })),
  },
  answer,
  run: async ({ q = '' }, { register, now }) => {
    const pages = await suggestPages(register, q, now);
    const suggestions = pages.map((page) => ({
      group: suggestionGroups[page.kind],
      label: page.label,
      detail: detailOf(page),
      href: page.href,
    }));
    // A name seldom changes within a minute, and a field that is typed in asks the same again and again.
    return { kind: 'answer', keep: 'minute', value: { suggestions } };
  },
});

function detailOf(page: SuggestedPage): string {
  switch (page.kind) {
    case 'place':
      return '';
    case 'work':
      return [workTypeLabels[page.type], page.placeLine].filter((part) => part !== '').join(' · ');
    case 'topic':
      return page.schemeTitle;
    default:
      return page satisfies never;
  }
}
