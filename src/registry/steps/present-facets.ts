import { setImmediate } from 'node:timers/promises';
import type { Register } from '../../../db/connection.ts';
import { countFacetsMade, listWorksOfNew, readFacetRows, readFacetRowsAfter } from '../../../db/facets.ts';
import { findOuterMoments } from '../../../db/moments.ts';
import type { FacetLine } from '../../domain/list-filter.ts';
import { addTallies, type FacetTable, facetTable, growTable, type Tally, tally } from './facet-table.ts';
import type { DatedFilter } from './listed-works.ts';

type Present = {
  readonly revision: number;
  readonly facetsMade: number;
  readonly lastEdition: number;
  readonly lastEvent: number;
  readonly table: FacetTable;
  /** Works that changed after the table was made; their rows in it no longer count. */
  readonly changed: ReadonlySet<number>;
  readonly changedTable: FacetTable;
};

/** Of more changed works the whole table is made anew. */
const mostChanged = 500;

/** Works whose lines are read before others get their turn: some milliseconds. */
const worksAtOnce = 250;

/** For each register the table of its works, which follows what is published. */
const tables = new WeakMap<Register, Promise<Present>>();

/** Counts the works as they are now, see `tally`. */
export async function tallyPresent(
  register: Register,
  filter: DatedFilter,
  lines: readonly FacetLine[],
): Promise<Tally> {
  const { table, changed, changedTable } = await presentTable(register);
  const unchanged = tally(table, filter, lines, changed);
  return changed.size === 0 ? unchanged : addTallies(unchanged, tally(changedTable, filter, lines));
}

/** Whoever asks while the table is being made waits for the same one. */
function presentTable(register: Register): Promise<Present> {
  const before = tables.get(register);
  const present = presentAfter(register, before);
  tables.set(register, present);
  return present;
}

async function presentAfter(register: Register, before: Promise<Present> | undefined): Promise<Present> {
  const known = await before?.catch(() => undefined);
  const revision = register.revision();
  if (known?.revision === revision) return known;
  const { read } = register;
  const last = (await findOuterMoments(read))?.last;
  const { lastEdition = 0, lastEvent = 0 } = last ?? {};
  const at = { revision, facetsMade: countFacetsMade(read), lastEdition, lastEvent };
  return (
    (known && followed(register, known, at)) ?? {
      ...at,
      table: await wholeTable(read),
      changed: new Set<number>(),
      changedTable: facetTable([]),
    }
  );
}

/** What is published while the table is read counts as changed for whoever asks next. */
async function wholeTable(read: Register['read']): Promise<FacetTable> {
  const growing = growTable();
  for (let after: number | null = 0; after !== null; ) {
    const { rows, last } = readFacetRowsAfter(read, after, worksAtOnce);
    growing.add(rows);
    after = last;
    await setImmediate();
  }
  return growing.finish();
}

/** Null when all lines were made anew, or too many works changed. */
function followed(
  { read }: Register,
  known: Present,
  at: Pick<Present, 'revision' | 'facetsMade' | 'lastEdition' | 'lastEvent'>,
): Present | null {
  if (at.facetsMade !== known.facetsMade) return null;
  const works = listWorksOfNew(read, known);
  if (works.length === 0) return { ...known, ...at };
  const changed = new Set([...known.changed, ...works]);
  if (changed.size > mostChanged) return null;
  return { ...known, ...at, changed, changedTable: facetTable(readFacetRows(read, [...changed])) };
}
