import type { Register } from '../../db/connection.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { worksAsOf } from './steps/listed-works.ts';

/** How many works each topic (`scheme/term`) had; topics without works are left out. */
export async function countTopics(register: Register, asOf: KnownAsOf): Promise<ReadonlyMap<string, number>> {
  const listed = await worksAsOf(register, undefined, asOf);
  const { counts } = await listed.tally({ on: asOf.day }, ['topic']);
  return counts.get('topic') ?? new Map();
}
