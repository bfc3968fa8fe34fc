import type { APIRoute } from 'astro';
import { addresses } from '../domain/addresses.ts';
import { writeSitemapIndex } from '../exports/sitemap.ts';
import { measureSitemap } from '../registry/list-sitemap.ts';
import { xmlAnswer } from './_feed-answer.ts';

/** The list of the parts of the sitemap. */
export const GET: APIRoute = async ({ locals }) => {
  const { register, origin } = locals;
  const { parts, latest } = await measureSitemap(register);
  const names = ['pages', ...Array.from({ length: parts }, (_, index) => index + 1)];
  return xmlAnswer(
    writeSitemapIndex(
      names.map((name) => ({
        address: new URL(addresses.sitemapPart(name), origin).href,
        changedAt: latest,
      })),
    ),
  );
};
