import { type CommitmentSummary, type SpanState, spanStates } from './commitment-span.ts';
import type { Commitment, Provenance } from './edition.ts';
import type { Instant } from './iso-date.ts';
import type { WorkName } from './work.ts';

/** What lists of commitments are narrowed by; `year` is that of the adoption, `evidence` a year in which deeds were done. */
export const commitmentFacets = ['state', 'network', 'domain', 'year', 'province', 'evidence'] as const;
export type CommitmentFacet = (typeof commitmentFacets)[number];

/** The value of a facet under which that stands of which it is not stated. */
export const notSaid = 'none';

/** One value for each chosen facet: a state, a slug, a name, a Buddhist-era year, a code of two digits, or `notSaid`. */
export type CommitmentFilter = Readonly<Partial<Record<CommitmentFacet, string>>>;

/** A commitment as a row of a list: with the edition that makes it, and how it stands. */
export type CommitmentRow = {
  readonly work: WorkName;
  readonly title: string;
  readonly provenance: Provenance;
  readonly edition: number;
  readonly sha256: string;
  readonly publishedAt: Instant;
  readonly commitment: Commitment;
  readonly summary: CommitmentSummary;
};

/** How many commitments have a value, in all and by how they stand; with the pieces of evidence of such a year. */
export type ValueCount = {
  readonly total: number;
  readonly byState: Readonly<Record<SpanState, number>>;
  readonly pieces: number;
};

export type CommitmentTally = {
  readonly total: number;
  /** For each facet its values, in the order in which they were met. Its own choice is left out. */
  readonly counts: Readonly<Record<CommitmentFacet, ReadonlyMap<string, ValueCount>>>;
};

/** A value of a facet, with the pieces of evidence it stands for where it is a year of evidence. */
export type FacetValue = { readonly value: string; readonly pieces: number };

/** The values of one facet: those of each commitment are one of the lists, by its place. */
type Column = {
  readonly ids: Uint32Array;
  readonly lists: readonly (readonly FacetValue[])[];
  /** The place of the list of a text. */
  readonly known: ReadonlyMap<string | number | null, number>;
};

/** Commitments as columns of numbers, in which twenty thousand are counted in a millisecond. */
export type CommitmentTable = {
  readonly size: number;
  readonly columns: Readonly<Record<CommitmentFacet, Column>>;
};

/** How the values of a facet are read of a row: rows with the same text have the same values. */
export type FacetReader<Row> = {
  readonly textOf: (row: Row) => string | number | null;
  readonly valuesOf: (text: string | number | null) => readonly FacetValue[];
};

export type FacetReaders<Row> = Readonly<Record<CommitmentFacet, FacetReader<Row>>>;

export const commitmentTable = <Row>(rows: readonly Row[], readers: FacetReaders<Row>): CommitmentTable =>
  splicedTable(
    noCommitments,
    Int32Array.from(rows, (_row, index) => -1 - index),
    rows,
    readers,
  );

/**
 * A table in which some commitments of another are gone and others are new, without reading again those that stay.
 * @param order for each commitment its place in the other table, or -1, -2 … for the first, second … of the new ones
 */
export function splicedTable<Row>(
  table: CommitmentTable,
  order: Int32Array,
  added: readonly Row[],
  readers: FacetReaders<Row>,
): CommitmentTable {
  const columns = commitmentFacets.map(
    (facet) => [facet, splicedColumn(table.columns[facet], order, added, readers[facet])] as const,
  );
  return { size: order.length, columns: Object.fromEntries(columns) as CommitmentTable['columns'] };
}

function splicedColumn<Row>(
  before: Column,
  order: Int32Array,
  added: readonly Row[],
  { textOf, valuesOf }: FacetReader<Row>,
): Column {
  const lists = [...before.lists];
  const known = new Map(before.known);
  const idOf = (row: Row): number => {
    const text = textOf(row);
    const there = known.get(text);
    if (there !== undefined) return there;
    const id = lists.push(valuesOf(text)) - 1;
    known.set(text, id);
    return id;
  };
  const ids = order.map((place) => (place < 0 ? idOf(added[-1 - place] as Row) : (before.ids[place] ?? 0)));
  return { ids: Uint32Array.from(ids), lists, known };
}

const noColumn: Column = { ids: new Uint32Array(0), lists: [], known: new Map() };
const noCommitments: CommitmentTable = {
  size: 0,
  columns: Object.fromEntries(
    commitmentFacets.map((facet) => [facet, noColumn]),
  ) as CommitmentTable['columns'],
};

/**
 * Finds the commitments that fit a filter, and counts what choosing any value would show, in one pass.
 * @param isAmong whether the commitment at a place is looked at, where others are left out for another reason
 * @returns the places of the fitting ones in the table, in its order
 */
export function tallyCommitments(
  { size, columns }: CommitmentTable,
  filter: CommitmentFilter,
  isAmong: (place: number) => boolean = () => true,
): { readonly tally: CommitmentTally; readonly fitting: readonly number[] } {
  const states = columns.state;
  const asked = commitmentFacets.flatMap((facet) => {
    const value = filter[facet];
    if (value === undefined) return [];
    const { ids, lists } = columns[facet];
    return [{ facet, ids, fits: lists.map((list) => list.some((one) => one.value === value)) }];
  });
  const counted = commitmentFacets.map((facet) => ({
    facet,
    ids: columns[facet].ids,
    /** By list and by state. */
    totals: new Uint32Array(columns[facet].lists.length * states.lists.length),
  }));
  const fitting: number[] = [];
  for (let index = 0; index < size; index += 1) {
    if (!isAmong(index)) continue;
    let missing: CommitmentFacet | null = null;
    let isOut = false;
    for (const { facet, ids, fits } of asked) {
      if (fits[ids[index] ?? 0]) continue;
      isOut = missing !== null;
      if (isOut) break;
      missing = facet;
    }
    if (isOut) continue;
    if (missing === null) fitting.push(index);
    const state = states.ids[index] ?? 0;
    for (const { facet, ids, totals } of counted) {
      if (missing !== null && missing !== facet) continue;
      const place = (ids[index] ?? 0) * states.lists.length + state;
      totals[place] = (totals[place] ?? 0) + 1;
    }
  }
  const counts = counted.map(
    ({ facet, totals }) => [facet, countsOf(columns[facet], states, totals)] as const,
  );
  return {
    tally: { total: fitting.length, counts: Object.fromEntries(counts) as CommitmentTally['counts'] },
    fitting,
  };
}

/** Counts of lists as counts of the values in them. */
function countsOf(column: Column, states: Column, totals: Uint32Array): ReadonlyMap<string, ValueCount> {
  const counts = new Map<string, { total: number; byState: Record<SpanState, number>; pieces: number }>();
  for (const [place, number] of totals.entries()) {
    if (number === 0) continue;
    const list = column.lists[Math.floor(place / states.lists.length)] ?? [];
    const state = states.lists[place % states.lists.length]?.[0]?.value as SpanState;
    for (const { value, pieces } of list) {
      const count = counts.get(value) ?? { total: 0, byState: { ...noStates }, pieces: 0 };
      count.total += number;
      count.byState[state] += number;
      count.pieces += number * pieces;
      counts.set(value, count);
    }
  }
  return counts;
}

const noStates = Object.fromEntries(spanStates.map((state) => [state, 0])) as Record<SpanState, number>;
