import { documentType } from '../catalogue/index.ts';
import { addresses } from '../domain/addresses.ts';
import type { ListFilter } from '../domain/list-filter.ts';
import type { WorkType } from '../domain/work.ts';

type Query = Readonly<Record<string, string | number>>;

/** A list of the site: what it is narrowed to by itself, where it and its files are, and what it is called. */
export type SiteList = {
  readonly base: WorkType | ListFilter;
  readonly address: (query: Query) => string;
  readonly fileAddress: (extension: 'csv' | 'json', query: Query) => string;
  /** ASCII, for the names of files. */
  readonly name: string;
  readonly label: string;
};

/** The list of one type. */
export const listOfType = (type: WorkType): SiteList => ({
  base: type,
  address: (query) => addresses.list(type, query),
  fileAddress: (extension, query) => addresses.listFile(type, extension, query),
  name: type,
  label: documentType(type).listLabel,
});

/** The list of one topic (`scheme/term`), with works of all types. */
export const listOfTopic = (topic: string, label: string): SiteList => ({
  base: { topic },
  address: (query) => addresses.topic(topic, query),
  fileAddress: (extension, query) => addresses.topicFile(topic, extension, query),
  name: `topics-${topic.replace('/', '-')}`,
  label,
});
