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

type Known = {
  /** The works in an order, put into it once. */
  readonly inOrder: (order: ListOrder) => readonly PastWork[];
  readonly table: FacetTable;
};

type Past = {
  readonly moment: string;
  /** Undefined: works of all types. */
  readonly type: WorkType | undefined;
  readonly known: Promise<Known>;
};

const worksAtOnce = 250;

/** The last past moment that was asked for: the pages and files of its lists share it, and it never changes. */
const remembered = new WeakMap<Connection, readonly Past[]>();

/**
 * The works of lists as the register held them at a past moment, told by the same rules from the editions and events
 * that were known then. For thousands of works that takes a while, in which others get their turn.
 */
export async function pastWorks(
  read: Connection,
  type: WorkType | undefined,
  asOf: Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>,
): Promise<ListedWorks> {
  const { inOrder, table } = await rememberedPast(read, type, asOf).known;
  return {
    list: async (filter, { limit, offset, order }) =>
      inOrder(order)
        .filter((work) => fits(work, filter))
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

/** What is known of all types answers for one of them too. */
function rememberedPast(
  read: Connection,
  type: WorkType | undefined,
  asOf: Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>,
): Past {
  const moment = `${asOf.lastEdition}/${asOf.lastEvent}`;
  const ofMoment = (remembered.get(read) ?? []).filter((past) => past.moment === moment);
  const fitting = ofMoment.find((past) => past.type === undefined || past.type === type);
  if (fitting) return fitting;
  const past = { moment, type, known: readPast(read, type, asOf) };
  remembered.set(read, type === undefined ? [past] : [...ofMoment, past]);
  past.known.catch(() => remembered.delete(read));
  return past;
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
    if (last === undefined) return { inOrder: inOrderOf(past), table: facetTable(rowsOf(past)) };
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
function inOrderOf(works: readonly PastWork[]): Known['inOrder'] {
  const bytes = new Map(works.map((work) => [work, Buffer.from(work.current.sortKey)]));
  const byTitle = (a: PastWork, b: PastWork): number =>
    Buffer.compare(bytes.get(a) ?? none, bytes.get(b) ?? none) || a.workId - b.workId;
  const orders: Readonly<Record<ListOrder, (a: PastWork, b: PastWork) => number>> = {
    title: (a, b) => byRank(a, b) || byTitle(a, b),
    latest: (a, b) => byRank(a, b) || byDay(b, a) || byTitle(a, b),
  };
  const ordered = new Map<ListOrder, readonly PastWork[]>();
  return (order) => {
    const kept = ordered.get(order) ?? works.toSorted(orders[order]);
    ordered.set(order, kept);
    return kept;
  };
}

const none = Buffer.alloc(0);

const byRank = (a: PastWork, b: PastWork): number => a.current.provenanceRank - b.current.provenanceRank;

/** What has no day comes before all that have one. */
function byDay(a: PastWork, b: PastWork): number {
  const [one, other] = [a.current.adoptedOn ?? '', b.current.adoptedOn ?? ''];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
