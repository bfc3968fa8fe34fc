import type { Register } from '../../db/connection.ts';
import { countLine } from '../../db/facets.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';

/** How many works each topic (`scheme/term`) has; topics without works are left out. */
export const countTopics = (register: Register, now: Instant): Promise<ReadonlyMap<string, number>> =>
  countLine(register.read, 'topic', {}, dayInThailand(now));
