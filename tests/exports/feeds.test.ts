import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { writeAtomFeed } from '../../src/exports/atom-feed.ts';
import { oneLine } from '../../src/exports/edition-export.ts';
import { writeOpenSearch } from '../../src/exports/open-search.ts';
import { writeRobots } from '../../src/exports/robots.ts';
import { writeSitemap, writeSitemapIndex } from '../../src/exports/sitemap.ts';
import { aListedEdition, exportOrigin, hostileTitles } from '../support/an-export.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['entry', 'url', 'sitemap', 'link', 'Url'].includes(name),
});
/** XML must be well-formed for one part of the parser before the other reads it. */
const read = (xml: string): unknown => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml);
};

const text = z.union([z.string(), z.object({ '#text': z.string() }).transform((node) => node['#text'])]);
const atom = z.object({
  feed: z.object({
    '@_xmlns': z.literal('http://www.w3.org/2005/Atom'),
    id: z.url(),
    title: text,
    updated: z.iso.datetime(),
    link: z.array(z.looseObject({ '@_rel': z.string(), '@_href': z.url() })),
    entry: z
      .array(
        z.object({
          id: z.url(),
          title: text,
          updated: z.iso.datetime(),
          published: z.iso.datetime(),
          summary: text,
        }),
      )
      .default([]),
  }),
});

const feedOf = (titles: readonly string[]) => ({
  title: 'ทดสอบ & <ทดสอบ>',
  path: '/charters/feed.atom',
  pagePath: '/charters',
  origin: exportOrigin,
  now: '2026-11-22T02:00:00.000Z',
  editions: titles.map((title) => ({
    ...aListedEdition({ title }),
    publishedAt: '2026-11-20T01:02:03.000Z',
  })),
});

/** What a reader shows of text of type `html`: its entities resolved, its markup gone. */
const shown = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('an Atom feed', () => {
  test('names itself, its page and each edition by its permanent address and moment of publication', () => {
    const { feed } = atom.parse(read(writeAtomFeed(feedOf(['ธรรมนูญทดสอบ']))));
    expect(feed.updated).toBe('2026-11-20T01:02:03.000Z');
    expect(feed.link).toContainEqual({ '@_rel': 'self', '@_href': `${exportOrigin}/charters/feed.atom` });
    expect(feed.entry[0]).toMatchObject({
      id: `${exportOrigin}/charters/test-north/editions/1`,
      updated: '2026-11-20T01:02:03.000Z',
    });
    expect(feed.entry[0]?.title).toBe('ธรรมนูญทดสอบ ฉบับที่ ๖ พ.ศ. ๒๕๖๐');
  });

  test.each(hostileTitles)('shows the title %j as it is', (title) => {
    const { feed } = atom.parse(read(writeAtomFeed(feedOf([title]))));
    expect(feed.entry).toHaveLength(1);
    expect(shown(feed.entry[0]?.title ?? '')).toBe(`${oneLine(title)} ฉบับที่ ๖ พ.ศ. ๒๕๖๐`);
  });

  test('without editions is still a feed', () => {
    expect(atom.parse(read(writeAtomFeed(feedOf([])))).feed.updated).toBe('2026-11-22T02:00:00.000Z');
  });
});

const sitemap = z.object({
  urlset: z.object({ url: z.array(z.object({ loc: z.url(), lastmod: z.iso.datetime().optional() })) }),
});

describe('the sitemap', () => {
  test('has whole addresses with the moment of their last change', () => {
    const xml = writeSitemap([
      { address: `${exportOrigin}/a?b=1&c=2`, changedAt: '2026-11-20T01:02:03.000Z' },
      { address: exportOrigin, changedAt: null },
    ]);
    const { url } = sitemap.parse(read(xml)).urlset;
    expect(url[0]?.lastmod).toBe('2026-11-20T01:02:03.000Z');
    expect(url.map(({ loc }) => loc.replaceAll('&amp;', '&'))).toEqual([
      `${exportOrigin}/a?b=1&c=2`,
      exportOrigin,
    ]);
  });

  test('lists its parts', () => {
    expect(
      read(writeSitemapIndex([{ address: `${exportOrigin}/sitemap-1.xml`, changedAt: null }])),
    ).toMatchObject({
      sitemapindex: { sitemap: [{ loc: `${exportOrigin}/sitemap-1.xml` }] },
    });
  });
});

test('the OpenSearch description leads to the search page and keeps within the lengths of its standard', () => {
  const shape = z.object({
    OpenSearchDescription: z.object({
      ShortName: z.string().max(16),
      Description: z.string().max(1024),
      Url: z.array(z.looseObject({ '@_type': z.string(), '@_template': z.string() })),
    }),
  });
  const { Url } = shape.parse(read(writeOpenSearch(exportOrigin))).OpenSearchDescription;
  expect(Url[0]).toMatchObject({
    '@_type': 'text/html',
    '@_template': `${exportOrigin}/search?q={searchTerms}`,
  });
});

test('robots are sent to the sitemap of the public origin and kept from the desk', () => {
  const lines = writeRobots(exportOrigin).split('\n');
  expect(lines).toContain(`Sitemap: ${exportOrigin}/sitemap.xml`);
  expect(lines).toContain('Disallow: /desk');
});
