import type { Register } from '../../db/connection.ts';
import { countLines } from '../../db/facets.ts';
import { listTopics as listAll, type Topic } from '../../db/topics.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';

export type CountedTopic = Topic & { readonly works: number };

/** Every topic of the vocabularies in their order, with the number of its works. */
export async function listTopics({ read }: Register, now: Instant): Promise<readonly CountedTopic[]> {
  const counts = await countLines(read, ['topic'], {}, dayInThailand(now));
  const works = counts.get('topic') ?? new Map<string, number>();
  return (await listAll(read)).map((topic) => ({ ...topic, works: works.get(topic.topic) ?? 0 }));
}
