import type { Register } from '../../db/connection.ts';
import { countLines } from '../../db/facets.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';

/** How many works each topic (`scheme/term`) has; topics without works are left out. */
export async function countTopics(register: Register, now: Instant): Promise<ReadonlyMap<string, number>> {
  const counts = await countLines(register.read, ['topic'], {}, dayInThailand(now));
  return counts.get('topic') ?? new Map();
}
