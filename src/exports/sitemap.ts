import { xmlHead, xmlText } from './xml.ts';

/** A whole address, and when what it shows last changed (ISO 8601), where that is known. */
export type SitemapEntry = { readonly address: string; readonly changedAt: string | null };

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A part of the sitemap (sitemaps.org 0.9); at most 50,000 addresses. */
export const writeSitemap = (entries: readonly SitemapEntry[]): string => write('urlset', 'url', entries);

/** The list of the parts. */
export const writeSitemapIndex = (parts: readonly SitemapEntry[]): string =>
  write('sitemapindex', 'sitemap', parts);

function write(root: string, element: string, entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ address, changedAt }) => {
    const changed = changedAt === null ? '' : `<lastmod>${xmlText(changedAt)}</lastmod>`;
    return `<${element}><loc>${xmlText(address)}</loc>${changed}</${element}>\n`;
  });
  return `${xmlHead}<${root} xmlns="${NAMESPACE}">\n${lines.join('')}</${root}>\n`;
}
