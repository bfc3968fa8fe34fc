import { countSpans } from '../../db/commitment-lists.ts';
import type { Register } from '../../db/connection.ts';
import { listWorks } from '../../db/lists.ts';
import { countPublishedWorks } from '../../db/works.ts';
import { type SpanState, spanTime } from '../domain/commitment-span.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type WorkType, workTypes } from '../domain/work.ts';
import { asOfNow } from './steps/as-of-now.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';

export type HomePage = {
  /** Number of published works of each type; test data is not counted. */
  readonly counts: Readonly<Record<WorkType, number>>;
  /** Number of commitments in each state; states that none is in are left out. */
  readonly commitments: ReadonlyMap<SpanState, number>;
  /** A few works of each type to begin with. */
  readonly examples: Readonly<Record<WorkType, readonly DescribedWork[]>>;
};

export async function openHome(register: Register, now: Instant): Promise<HomePage> {
  const totals = await countPublishedWorks(register.read);
  const pairs = await Promise.all(
    workTypes.map(async (type) => {
      const works = await listWorks(register.read, { type }, { limit: 4, offset: 0 });
      return [type, await describeWorks(register, works, now)] as const;
    }),
  );
  const { until, lastEdition } = await asOfNow(register, now);
  return {
    commitments: countSpans(register.read, { time: spanTime(until), lastEdition }),
    counts: Object.fromEntries(workTypes.map((type) => [type, totals.get(type) ?? 0])) as HomePage['counts'],
    examples: Object.fromEntries(pairs) as HomePage['examples'],
  };
}
