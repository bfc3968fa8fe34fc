import {
  type ListedSpan,
  type ListsMade,
  type ListTime,
  listNetworkNames,
  listNetworksOfWorks,
  listRestated,
  listSpans,
  listSpansAmong,
  readListsMade,
  readSpans,
  type SpanKey,
} from '../../../db/commitment-lists.ts';
import type { Connection, Register } from '../../../db/connection.ts';
import { listWorksOfNew } from '../../../db/facets.ts';
import { findOuterMoments } from '../../../db/moments.ts';
import {
  type CommitmentRow,
  type CommitmentTable,
  commitmentTable,
  type FacetReaders,
  type FacetValue,
  notSaid,
  splicedTable,
} from '../../domain/commitment-list.ts';
import { spanTime } from '../../domain/commitment-span.ts';
import type { KnownAsOf } from './as-of-now.ts';

/** All commitments as of a moment, those due first: as they are stored, and as they are counted, in the same order. */
export type ListedCommitments = {
  readonly at: ListTime;
  readonly spans: readonly ListedSpan[];
  readonly table: CommitmentTable;
  /** Names of the networks by slug, in the order of lists. */
  readonly networks: ReadonlyMap<string, string>;
};

/** The key of a span. */
export const keyOf = ([workId, position]: ListedSpan): SpanKey => ({ workId, position });

const rowsAtOnce = 500;

/** The rows of many commitments, read in parts, between which others get their turn. */
export async function readInParts(
  { read }: Register,
  keys: readonly SpanKey[],
  at: ListTime,
): Promise<readonly CommitmentRow[]> {
  const rows: CommitmentRow[] = [];
  for (let first = 0; first < keys.length; first += rowsAtOnce) {
    rows.push(...readSpans(read, keys.slice(first, first + rowsAtOnce), at));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return rows;
}

/** Commitments as they were listed, and what they were read from. */
type Remembered = ListedCommitments & {
  readonly revision: number;
  readonly made: ListsMade;
  readonly lastEvent: number;
  /** Slugs of the networks of each work, divided by spaces. */
  readonly networksOf: ReadonlyMap<number, string>;
};

/** For each register the present list, which follows what changes, and the last one of the past that was asked for. */
const remembered = new WeakMap<Register, { readonly present?: Remembered; readonly past?: Remembered }>();

/** Of more changed agreements the whole list is read anew. */
const mostChanged = 300;

/** The commitments as of a moment; pages, files and filters of one list share them. */
export async function listedCommitments(register: Register, asOf: KnownAsOf): Promise<ListedCommitments> {
  const { read } = register;
  const revision = register.revision();
  const at = { time: spanTime(asOf.until), lastEdition: asOf.lastEdition };
  const known = remembered.get(register) ?? {};
  const same = [known.present, known.past].find(
    (one) => one?.revision === revision && one.at.time === at.time && one.at.lastEdition === at.lastEdition,
  );
  if (same) return same;
  const now = { revision, at, made: readListsMade(read), lastEvent: asOf.lastEvent };
  // Only of the last moment is it known how often it had been said anew by then.
  const isPresent = asOf.until >= ((await findOuterMoments(read))?.last.at ?? '');
  const list = (isPresent && known.present && followed(read, known.present, now)) || {
    ...now,
    ...readAll(read, at, asOf),
  };
  remembered.set(register, isPresent ? { ...known, present: list } : { ...known, past: list });
  return list;
}

function readAll(
  read: Connection,
  at: ListTime,
  asOf: KnownAsOf,
): Omit<Remembered, 'revision' | 'made' | 'lastEvent'> {
  const spans = listSpans(read, at);
  const names = listNetworkNames(read, asOf);
  const slugs = new Map(names.map(({ id, slug }) => [id, slug]));
  const networksOf = new Map<number, string>();
  for (const [workId, networkId] of listNetworksOfWorks(read)) {
    const slug = slugs.get(networkId);
    if (slug === undefined) continue;
    const before = networksOf.get(workId);
    networksOf.set(workId, before === undefined ? slug : `${before} ${slug}`);
  }
  const networks = new Map(names.map(({ slug, name }) => [slug, name]));
  return { at, spans, table: commitmentTable(spans, readersWith(networksOf)), networks, networksOf };
}

/**
 * The list after what changed since, with only the agreements read anew that this is about. Null on another day, when
 * the calendar may have moved any of them, after a new network, and when many changed.
 */
function followed(
  read: Connection,
  known: Remembered,
  now: Pick<Remembered, 'revision' | 'at' | 'made' | 'lastEvent'>,
): Remembered | null {
  const { at, made } = now;
  if (dayOf(known.at) !== dayOf(at) || known.made.lastNetwork !== made.lastNetwork) return null;
  const restated = listRestated(read, { made: known.made.commitments, time: known.at.time }, at.time);
  const since = { lastEdition: known.at.lastEdition, lastEvent: known.lastEvent };
  const changed = new Set([...restated, ...listWorksOfNew(read, since)]);
  if (changed.size > mostChanged) return null;
  if (changed.size === 0) return { ...known, ...now };
  const added = listSpansAmong(read, [...changed], at);
  const { spans, order } = merged(known.spans, changed, added);
  const table = splicedTable(known.table, order, added, readersWith(known.networksOf));
  return { ...known, ...now, spans, table };
}

const dayOf = ({ time }: ListTime): string => time.slice(0, 10);

/** Puts new spans in the places of those of changed works; both lists are in the order of `listSpans`. */
function merged(
  spans: readonly ListedSpan[],
  changed: ReadonlySet<number>,
  added: readonly ListedSpan[],
): { readonly spans: readonly ListedSpan[]; readonly order: Int32Array } {
  const all: ListedSpan[] = [];
  const order: number[] = [];
  let next = 0;
  const addBefore = (span: ListedSpan | null): void => {
    for (let one = added[next]; one && (span === null || isBefore(one, span)); one = added[next]) {
      next += 1;
      all.push(one);
      order.push(-next);
    }
  };
  for (const [place, span] of spans.entries()) {
    if (changed.has(span[0])) continue;
    if (next < added.length) addBefore(span);
    all.push(span);
    order.push(place);
  }
  addBefore(null);
  return { spans: all, order: Int32Array.from(order) };
}

/** By due date, those without one last; then by agreement and place in it. */
function isBefore(a: ListedSpan, b: ListedSpan): boolean {
  const [dueA, dueB] = [a[7], b[7]];
  if (dueA !== dueB) return dueB === null || (dueA !== null && dueA < dueB);
  return a[0] === b[0] ? a[1] < b[1] : a[0] < b[0];
}

const readersWith = (networksOf: ReadonlyMap<number, string>): FacetReaders<ListedSpan> => ({
  state: { textOf: (span) => span[2], valuesOf: one },
  network: { textOf: (span) => networksOf.get(span[0]) ?? null, valuesOf: several },
  domain: { textOf: (span) => span[3], valuesOf: one },
  year: { textOf: (span) => span[4], valuesOf: one },
  province: { textOf: (span) => span[5], valuesOf: several },
  evidence: { textOf: (span) => span[6], valuesOf: years },
});

type Text = string | number | null;
const one = (text: Text): readonly FacetValue[] => [
  { value: text === null ? notSaid : String(text), pieces: 0 },
];
const several = (text: Text): readonly FacetValue[] =>
  text === null || text === '' ? one(null) : String(text).split(' ').flatMap(one);
const years = (text: Text): readonly FacetValue[] =>
  text === null || text === ''
    ? []
    : String(text)
        .split(' ')
        .map((year) => ({ value: year.slice(0, 4), pieces: Number(year.slice(5)) }));
