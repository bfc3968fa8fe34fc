import type { Register } from '../../../db/connection.ts';
import { countFacetsMade, listWorksOfNew, readFacetRows } from '../../../db/facets.ts';
import { findOuterMoments } from '../../../db/moments.ts';
import type { FacetLine } from '../../domain/list-filter.ts';
import { addTallies, type FacetTable, facetTable, type Tally, tally } from './facet-table.ts';
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

/** For each register the table of its works, which follows what is published. */
const tables = new WeakMap<Register, Present>();

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

async function presentTable(register: Register): Promise<Present> {
  const known = tables.get(register);
  const revision = register.revision();
  if (known?.revision === revision) return known;
  const { read } = register;
  const last = (await findOuterMoments(read))?.last;
  const { lastEdition = 0, lastEvent = 0 } = last ?? {};
  const at = { revision, facetsMade: countFacetsMade(read), lastEdition, lastEvent };
  const made = (known && followed(register, known, at)) ?? {
    ...at,
    table: facetTable(readFacetRows(read)),
    changed: new Set<number>(),
    changedTable: facetTable([]),
  };
  tables.set(register, made);
  return made;
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
