import { inArray } from 'drizzle-orm';
import type { Scheme } from '../src/domain/scheme.ts';
import type { Connection } from './connection.ts';
import { topics } from './schema.ts';

export type Topic = {
  readonly topic: string;
  readonly scheme: string;
  readonly schemeTitle: string;
  readonly label: string;
};

/** Makes the table say what the vocabularies say; terms in use stay, because editions point at them. */
export async function storeVocabularies(connection: Connection, schemes: readonly Scheme[]): Promise<void> {
  for (const scheme of schemes) {
    scheme.terms.forEach((term, position) => {
      const row = { scheme: scheme.slug, schemeTitle: scheme.title, label: term.label, position };
      connection
        .insert(topics)
        .values({ topic: `${scheme.slug}/${term.slug}`, ...row })
        .onConflictDoUpdate({ target: topics.topic, set: row })
        .run();
    });
  }
}

export async function listTopics(connection: Connection): Promise<readonly Topic[]> {
  return connection.select().from(topics).orderBy(topics.scheme, topics.position).all();
}

/** The topics of those names, in no particular order. */
export async function findTopics(
  connection: Connection,
  names: readonly string[],
): Promise<readonly Topic[]> {
  if (names.length === 0) return [];
  return connection
    .select()
    .from(topics)
    .where(inArray(topics.topic, [...names]))
    .all();
}
