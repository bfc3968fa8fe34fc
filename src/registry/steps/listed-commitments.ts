import {
  type ListedSpan,
  type ListTime,
  listNetworkNames,
  listNetworksOfWorks,
  listSpans,
  readSpans,
  type SpanKey,
} from '../../../db/commitment-lists.ts';
import type { Register } from '../../../db/connection.ts';
import {
  type CommitmentRow,
  type CommitmentTable,
  commitmentTable,
  type FacetValue,
  notSaid,
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

/** For each register what was asked for last: pages, files and filters of one list share it. */
const remembered = new WeakMap<Register, ListedCommitments & { readonly revision: number }>();

export function listedCommitments(register: Register, asOf: KnownAsOf): ListedCommitments {
  const revision = register.revision();
  const at = { time: spanTime(asOf.until), lastEdition: asOf.lastEdition };
  const known = remembered.get(register);
  const isSame =
    known?.revision === revision && known.at.time === at.time && known.at.lastEdition === at.lastEdition;
  if (known !== undefined && isSame) return known;
  const made = { revision, at, ...readAll(register, at) };
  remembered.set(register, made);
  return made;
}

function readAll({ read }: Register, at: ListTime): Omit<ListedCommitments, 'at'> {
  const spans = listSpans(read, at);
  const names = listNetworkNames(read);
  const slugs = new Map(names.map(({ id, slug }) => [id, slug]));
  const networks = new Map<number, string>();
  for (const [workId, networkId] of listNetworksOfWorks(read)) {
    const slug = slugs.get(networkId) ?? '';
    const before = networks.get(workId);
    networks.set(workId, before === undefined ? slug : `${before} ${slug}`);
  }
  const table = commitmentTable<ListedSpan>(spans, {
    state: { textOf: (span) => span[2], valuesOf: one },
    network: { textOf: (span) => networks.get(span[0]) ?? null, valuesOf: several },
    domain: { textOf: (span) => span[3], valuesOf: one },
    year: { textOf: (span) => span[4], valuesOf: one },
    province: { textOf: (span) => span[5], valuesOf: several },
    evidence: { textOf: (span) => span[6], valuesOf: years },
  });
  return { spans, table, networks: new Map(names.map(({ slug, name }) => [slug, name])) };
}

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
