import { type ListedSpan, readSpans, type SpanKey } from '../../db/commitment-lists.ts';
import type { Register } from '../../db/connection.ts';
import { listPlacesIn } from '../../db/places.ts';
import {
  type CommitmentFilter,
  type CommitmentRow,
  type CommitmentTally,
  tallyCommitments,
} from '../domain/commitment-list.ts';
import type { Query } from '../search/query.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { commitmentsHolding } from './steps/commitment-words.ts';
import { keyOf, listedCommitments, readInParts } from './steps/listed-commitments.ts';

/** Commitments shown on one page of the site. */
const pageSize = 30;
/** At most so many are in one file; a longer list must be narrowed. */
const exportMaximum = 25_000;

/** Names of networks by slug and of provinces by code, in the order in which they are offered. */
export type CommitmentNames = {
  readonly network: ReadonlyMap<string, string>;
  readonly province: ReadonlyMap<string, string>;
};

export type CommitmentList = CommitmentTally & {
  readonly rows: readonly CommitmentRow[];
  readonly page: number;
  readonly pages: number;
  readonly names: CommitmentNames;
  /** Whether the register held any commitment at all then. */
  readonly isEmpty: boolean;
  readonly asOf: KnownAsOf;
};

/** What commitments are narrowed to: values of facets, and words that they hold. */
export type AskedCommitments = { readonly filter: CommitmentFilter; readonly words: Query | null };

/**
 * One page of the commitments that fit a filter, those due first, with what every value of every facet would show. Read
 * from how they were told to stand at the moment; nothing is counted from evidence here.
 * @param part.page from 1; a page past the end is empty
 * @param part.perPage rows on a page, where it is another number than that of the site
 */
export async function listCommitments(
  register: Register,
  asked: AskedCommitments,
  part: { readonly page: number; readonly asOf: KnownAsOf; readonly perPage?: number },
): Promise<CommitmentList> {
  const { page, asOf, perPage = pageSize } = part;
  const { at, spans, networks, tally, fitting } = await narrowed(register, asked, asOf);
  const shown = fitting.slice((page - 1) * perPage, page * perPage);
  return {
    ...tally,
    rows: readSpans(register.read, chosen(spans, shown), at),
    page,
    pages: Math.max(1, Math.ceil(tally.total / perPage)),
    names: {
      network: networks,
      province: new Map((await listPlacesIn(register.read, null)).map(({ code, name }) => [code, name])),
    },
    isEmpty: spans.length === 0,
    asOf,
  };
}

/** All commitments that fit, for a file: read in parts, between which others get their turn. */
export async function exportCommitments(
  register: Register,
  asked: AskedCommitments,
  asOf: KnownAsOf,
): Promise<{ readonly total: number; readonly rows: readonly CommitmentRow[] }> {
  const { at, spans, tally, fitting } = await narrowed(register, asked, asOf);
  const wanted = chosen(spans, fitting.slice(0, exportMaximum));
  return { total: tally.total, rows: await readInParts(register, wanted, at) };
}

async function narrowed(register: Register, { filter, words }: AskedCommitments, asOf: KnownAsOf) {
  const list = await listedCommitments(register, asOf);
  const isAmong = words === null ? undefined : await commitmentsHolding(register, list.spans, words);
  return { ...list, ...tallyCommitments(list.table, filter, isAmong) };
}

const chosen = (spans: readonly ListedSpan[], places: readonly number[]): readonly SpanKey[] =>
  places.flatMap((place) => {
    const span = spans[place];
    return span === undefined ? [] : [keyOf(span)];
  });
