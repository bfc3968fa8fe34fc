import type { APIRoute } from 'astro';
import { suggestionGroups } from '../../../i18n/suggestions.ts';
import { workTypeLabels } from '../../../i18n/work-types.ts';
import { type SuggestedPage, suggestPages } from '../../../registry/suggest-pages.ts';

/** A name seldom changes within a minute, and a field that is typed in asks the same again and again. */
const CACHE_CONTROL = 'public, max-age=60';

/** `{ suggestions: [{ group, label, detail, href }] }`: pages whose names begin with or hold `q`, at most eight. */
export const GET: APIRoute = async ({ url, locals }) => {
  const pages = await suggestPages(locals.register, url.searchParams.get('q') ?? '', locals.now);
  const suggestions = pages.map((page) => ({
    group: suggestionGroups[page.kind],
    label: page.label,
    detail: detailOf(page),
    href: page.href,
  }));
  return new Response(`${JSON.stringify({ suggestions })}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': CACHE_CONTROL },
  });
};

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
