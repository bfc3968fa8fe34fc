import type { Connection } from '../../../db/connection.ts';
import { listEventsOf } from '../../../db/events.ts';
import type { FacetRow } from '../../../db/facets.ts';
import { type KnownWork, listKnownWorks, type OrderedEdition } from '../../../db/known-works.ts';
import { facetLinesOf } from '../../catalogue/facets.ts';
import type { FacetValue, ListOrder } from '../../domain/list-filter.ts';
import { linesAsked } from '../../domain/list-filter.ts';
import { currentEdition } from '../../domain/succession.ts';
import type { WorkEvent } from '../../domain/timeline.ts';
import type { WorkName, WorkType } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { type FacetTable, facetTable, tally } from './facet-table.ts';
import type { DatedFilter, ListedWorks } from './listed-works.ts';

/** A work with the edition that was current then, and the lines under which it was found. */
type PastWork = WorkName & {
  readonly workId: number;
  readonly current: OrderedEdition;
  readonly lines: readonly FacetValue[];
};

type Known = { readonly works: readonly PastWork[]; readonly table: FacetTable };

type Past = { readonly key: string; readonly known: Promise<Known> };

const worksAtOnce = 250;

/** The last past that was asked for: the pages and files of one list share it, and it never changes. */
const remembered = new WeakMap<Connection, Past>();

/**
 * The works of lists as the register held them at a past moment, told by the same rules from the editions and events
 * that were known then. For thousands of works that takes a while, in which others get their turn.
 */
export async function pastWorks(
  read: Connection,
  type: WorkType | undefined,
  asOf: Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>,
): Promise<ListedWorks> {
  const key = `${type ?? ''}/${asOf.lastEdition}/${asOf.lastEvent}`;
  const last = remembered.get(read);
  const past = last?.key === key ? last : { key, known: readPast(read, type, asOf) };
  remembered.set(read, past);
  const { works, table } = await past.known;
  const fitting = (filter: DatedFilter) => works.filter((work) => fits(work, filter));
  return {
    list: async (filter, { limit, offset, order }) =>
      fitting(filter)
        .toSorted(orders[order])
        .slice(offset, offset + limit)
        .map(({ current: { number, card }, workId, type: of, slug }) => ({
          type: of,
          slug,
          workId,
          number,
          card,
        })),
    tally: async (filter, lines) => tally(table, filter, lines),
  };
}

async function readPast(
  read: Connection,
  type: WorkType | undefined,
  { lastEdition, lastEvent }: Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>,
): Promise<Known> {
  const past: PastWork[] = [];
  for (let after = 0; ; ) {
    const works = await listKnownWorks(read, type, lastEdition, { after, limit: worksAtOnce });
    const ids = works.map(({ workId }) => workId);
    const events = await listEventsOf(read, ids, lastEvent);
    past.push(...works.flatMap((work) => pastWork(work, events.get(work.workId) ?? [])));
    const last = ids.at(-1);
    if (last === undefined) return { works: past, table: facetTable(rowsOf(past)) };
    after = last;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

function pastWork(work: KnownWork, events: readonly WorkEvent[]): readonly PastWork[] {
  const { workId, type, slug } = work;
  const editions = datedEditions(work.editions);
  const number = currentEdition(editions);
  const current = work.editions.find((edition) => edition.number === number);
  if (!current) return [];
  return [
    { workId, type, slug, current, lines: facetLinesOf({ type, card: current.card, editions, events }) },
  ];
}

function fits({ type, lines }: PastWork, filter: DatedFilter): boolean {
  if (filter.type !== undefined && filter.type !== type) return false;
  return linesAsked(filter).every(({ line, value, on }) =>
    lines.some((one) => one.line === line && one.value === value && (on === null || holds(one, on))),
  );
}

const holds = ({ from, until }: FacetValue, on: string): boolean => from <= on && until > on;

function* rowsOf(works: readonly PastWork[]): Iterable<FacetRow> {
  for (const { workId, lines } of works) {
    for (const { line, value, from, until } of lines) yield [workId, line, value, from, until];
  }
}

/** The orders of `db/lists.ts`, which compares texts by their bytes, as code points are ordered. */
const orders: Readonly<Record<ListOrder, (a: PastWork, b: PastWork) => number>> = {
  title: (a, b) => byRank(a, b) || byTitle(a, b),
  latest: (a, b) =>
    byRank(a, b) || compare(b.current.adoptedOn ?? '', a.current.adoptedOn ?? '') || byTitle(a, b),
};

const byRank = (a: PastWork, b: PastWork): number => a.current.provenanceRank - b.current.provenanceRank;

const byTitle = (a: PastWork, b: PastWork): number =>
  compare(a.current.sortKey, b.current.sortKey) || a.workId - b.workId;

const compare = (a: string, b: string): number =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
