import { type SQL, sql } from 'drizzle-orm';
import { type FacetLine, type FacetValue, type ListFilter, linesAsked } from '../src/domain/list-filter.ts';
import { type WorkType, workTypes } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { workFacets } from './schema.ts';

/** The condition that a work, by the name of its id and type, fits a filter. */
export function fitting(filter: ListFilter, workId: SQL): SQL {
  const parts = linesAsked(filter).map(({ line, value, on }) => {
    const day = on === null ? sql`` : sql` AND f.from_day <= ${on} AND f.until_day > ${on}`;
    return sql`${workId} IN (SELECT f.work_id FROM work_facets AS f
      WHERE f.type IN ${typesOf(filter)} AND f.line = ${line} AND f.value = ${value}${day})`;
  });
  return parts.length === 0 ? sql`1` : sql.join(parts, sql` AND `);
}

/** The types a filter lets through, as a list of SQL. */
export const typesOf = ({ type }: ListFilter): SQL =>
  sql`(${sql.join(
    (type === undefined ? workTypes : [type]).map((one) => sql`${one}`),
    sql`, `,
  )})`;

/**
 * How many fitting works each value of a line has.
 * @param on the day on which the value holds, YYYY-MM-DD
 */
export async function countLine(
  connection: Connection,
  line: FacetLine,
  filter: ListFilter,
  on: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = connection.all<{ value: string; total: number }>(
    sql`SELECT f.value, count(*) AS total FROM work_facets AS f
        WHERE f.type IN ${typesOf(filter)} AND f.line = ${line} AND f.from_day <= ${on} AND f.until_day > ${on}
          AND ${fitting(filter, sql`f.work_id`)} GROUP BY f.value`,
  );
  return new Map(rows.map((row) => [row.value, row.total]));
}

/** Puts a work under exactly these lines. */
export async function storeFacets(
  connection: Connection,
  work: { readonly id: number; readonly type: WorkType },
  values: readonly FacetValue[],
): Promise<void> {
  connection.run(sql`DELETE FROM work_facets WHERE work_id = ${work.id}`);
  const rows = values.map(({ line, value, from, until }) => ({
    type: work.type,
    line,
    value,
    workId: work.id,
    fromDay: from,
    untilDay: until,
  }));
  for (let first = 0; first < rows.length; first += 1000) {
    connection
      .insert(workFacets)
      .values(rows.slice(first, first + 1000))
      .run();
  }
}
