import { z } from 'zod';
import { schemes } from '../catalogue/schemes.ts';
import { addresses } from '../domain/addresses.ts';
import type { FileHead } from './file-head.ts';
import { asOfShape } from './list-json.ts';
import { rowsJson } from './rows-json.ts';

/** The lists of topics with the number of works of each topic (`scheme/term`) as of a moment. */
export type TopicsExport = FileHead & { readonly works: ReadonlyMap<string, number> };

const schemeShape = z.strictObject({
  scheme: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  status: z
    .enum(['confirmed', 'name_only'])
    .describe('`name_only`: a source names the list, not what is in it'),
  claimedSize: z.string().nullable().describe('What a source says of its size'),
  topics: z.int().min(0),
  source: z.string(),
  address: z.url(),
});

const topicShape = z.strictObject({
  topic: z.string().describe('`scheme/term`'),
  label: z.string(),
  note: z.string().nullable(),
  scheme: z.string(),
  schemeTitle: z.string(),
  works: z.int().min(0),
  address: z.url(),
});

/** What `/topics.json` holds. */
export const topicsShape = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('This file as of then'),
  total: z.int().min(0),
  schemes: z.array(schemeShape).readonly().describe('The lists in their order, those without topics too'),
  topics: z.array(topicShape).readonly(),
});

export function topicsDocument({ asOf, address, works, origin }: TopicsExport): z.output<typeof topicsShape> {
  const at = (path: string): string => new URL(path, origin).href;
  const topics = schemes.flatMap(({ slug: scheme, title: schemeTitle, terms }) =>
    terms.map(({ slug, label, note }) => {
      const topic = `${scheme}/${slug}`;
      return {
        ...{ topic, label, note, scheme, schemeTitle },
        works: works.get(topic) ?? 0,
        address: at(addresses.topic(topic)),
      };
    }),
  );
  return {
    asOf,
    address,
    total: topics.length,
    schemes: schemes.map(({ slug, title, titleEn, status, claimedSize, source, terms }) => ({
      ...{ scheme: slug, title, titleEn, status, claimedSize, source },
      topics: terms.length,
      address: at(addresses.scheme(slug)),
    })),
    topics,
  };
}

/** Topics as JSON, one to a line, after the lists that they stand in. */
export function writeTopicsJson(file: TopicsExport): string {
  const { topics, ...head } = topicsDocument(file);
  return rowsJson(head, 'topics', topics);
}
