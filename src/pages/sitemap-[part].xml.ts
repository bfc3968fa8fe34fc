import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { termOfTopic } from '../catalogue/schemes.ts';
import { addresses } from '../domain/addresses.ts';
import { workTypes } from '../domain/work.ts';
import { type SitemapEntry, writeSitemap } from '../exports/sitemap.ts';
import { type ListedEdition, listSitemapEditions, listSitemapSubjects } from '../registry/list-sitemap.ts';
import { notFoundData } from './_data-answer.ts';
import { xmlAnswer } from './_feed-answer.ts';

/** A part of the sitemap: `pages`, or a number from 1 for so many editions each. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { part = '' } = params;
  if (part === 'pages') return xmlAnswer(writeSitemap(await pages(locals)));
  if (!/^[1-9]\d{0,4}$/.test(part)) return notFoundData();
  const entries = await editions(locals, Number(part));
  return entries.length === 0 ? notFoundData() : xmlAnswer(writeSitemap(entries));
};

/**
 * The current edition under the address of its work, every other under its own: the canonical addresses. An agreement
 * has the pages of its parties and commitments too, a case that of where it went, and a text after a model that of how it
 * differs from it.
 */
async function editions({ register, origin }: App.Locals, part: number): Promise<readonly SitemapEntry[]> {
  const listed = await listSitemapEditions(register, part);
  return listed.flatMap((edition) =>
    pathsOf(edition).map((path) => ({
      address: new URL(path, origin).href,
      changedAt: edition.publishedAt,
    })),
  );
}

function pathsOf(edition: ListedEdition): readonly string[] {
  if (!edition.isCurrent) return [addresses.edition(edition, edition.number)];
  const { type, slug } = edition;
  const counted = type === 'agreements' ? [addresses.parties(slug), addresses.commitments(slug)] : [];
  const spread = type === 'cases' ? [addresses.spread(slug)] : [];
  const deviation = edition.isModelled ? [addresses.deviation(edition)] : [];
  return [addresses.work(edition), ...counted, ...spread, ...deviation];
}

async function pages({ register, origin }: App.Locals): Promise<readonly SitemapEntry[]> {
  const { placeCodes, organisations, parties, networks, topics } = await listSitemapSubjects(register);
  const about = (await getCollection('pages')).map(({ id }) =>
    id === 'index' ? addresses.about() : addresses.about(id),
  );
  const paths = [
    addresses.home(),
    ...workTypes.map((type) => addresses.list(type)),
    addresses.commitmentList(),
    addresses.places(),
    ...about,
    addresses.glossary(),
    addresses.download(),
    ...placeCodes.map(addresses.place),
    ...organisations.map(addresses.organisation),
    ...parties.map((slug) => addresses.promises(slug)),
    addresses.networks(),
    addresses.cards(),
    addresses.concordance(),
    addresses.topics(),
    ...topics.filter((topic) => termOfTopic(topic) !== null).map((topic) => addresses.topic(topic)),
    ...networks.map(addresses.network),
  ];
  return paths.map((path) => ({ address: new URL(path, origin).href, changedAt: null }));
}
