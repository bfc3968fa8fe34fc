import schemesFile from '../../content/vocabularies/schemes.json' with { type: 'json' };
import { type Scheme, type SchemeTerm, wordsOfTopic } from '../domain/scheme.ts';
import { schemesSchema } from './vocabulary.ts';

/** The controlled lists of topics, read once. */
export const schemes: readonly Scheme[] = schemesSchema.parse(schemesFile);

/** The words of all topics, each once. */
export const topicWords: readonly string[] = [
  ...new Set(schemes.flatMap(({ terms }) => terms.flatMap(wordsOfTopic))),
];

/** The term of a topic (`scheme/term`); null when there is no such topic. */
export function termOfTopic(topic: string): SchemeTerm | null {
  const [slug, term] = topic.split('/');
  return schemes.find((one) => one.slug === slug)?.terms.find((one) => one.slug === term) ?? null;
}
