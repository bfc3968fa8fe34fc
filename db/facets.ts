import { type SQL, sql } from 'drizzle-orm';
import { type FacetLine, type FacetValue, type ListFilter, linesAsked } from '../src/domain/list-filter.ts';
import { type WorkType, workTypes } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { workFacets } from './schema.ts';

/** The condition that a work, by the name of its id, fits a filter; its type is another condition. */
export function fitting(filter: ListFilter, workId: SQL): SQL {
  const parts = linesAsked(filter).map((asked) => isOnLine(filter, asked, workId));
  return parts.length === 0 ? sql`1` : sql.join(parts, sql` AND `);
}

type Asked = { readonly line: FacetLine; readonly value: string | null; readonly on: string | null };

const isOnLine = (filter: ListFilter, asked: Asked, workId: SQL): SQL =>
  sql`${workId} IN (SELECT f.work_id FROM work_facets AS f WHERE ${onLine(filter, asked)})`;

/** The same for the work of a row `f`, looked up for that one work. */
const isOnLineToo = ({ line, value, on }: Asked): SQL =>
  sql`EXISTS (SELECT 1 FROM work_facets AS g WHERE g.type = f.type AND g.line = ${line} AND g.value = ${value}
    AND g.work_id = f.work_id${on === null ? sql`` : sql` AND g.from_day <= ${on} AND g.until_day > ${on}`})`;

/** The rows `f` of one line, with one value and on one day where these are asked. */
function onLine(filter: ListFilter, { line, value, on }: Asked): SQL {
  const one = value === null ? sql`` : sql` AND f.value = ${value}`;
  const day = on === null ? sql`` : sql` AND f.from_day <= ${on} AND f.until_day > ${on}`;
  return sql`f.type IN ${typesOf(filter)} AND f.line = ${line}${one}${day}`;
}

/** The types a filter lets through, as a list of SQL. */
export const typesOf = ({ type }: ListFilter): SQL =>
  sql`(${sql.join(
    (type === undefined ? workTypes : [type]).map((one) => sql`${one}`),
    sql`, `,
  )})`;

/** So many works are looked up one by one; more are found by going through a line from end to end. */
const fewWorks = 800;

/** The ids of the fitting works when there are few; null when there are many, or nothing is asked but the type. */
export async function fewFitting(
  connection: Connection,
  filter: ListFilter,
): Promise<readonly number[] | null> {
  const [first, ...others] = linesAsked(filter);
  if (!first) return null;
  const rows = connection.all<{ id: number }>(
    sql`SELECT f.work_id AS id FROM work_facets AS f
        WHERE ${sql.join([onLine(filter, first), ...others.map(isOnLineToo)], sql` AND `)}
        LIMIT ${fewWorks + 1}`,
  );
  return rows.length > fewWorks ? null : rows.map(({ id }) => id);
}

export async function countFitting(connection: Connection, filter: ListFilter): Promise<number> {
  const few = await fewFitting(connection, filter);
  if (few !== null) return few.length;
  const [first = { line: 'type', value: null, on: null } as const, ...others] = linesAsked(filter);
  const rows = connection.all<{ total: number }>(
    sql`SELECT count(*) AS total FROM work_facets AS f
        WHERE ${sql.join([onLine(filter, first), ...others.map((line) => isOnLine(filter, line, sql`f.work_id`))], sql` AND `)}`,
  );
  return rows[0]?.total ?? 0;
}

/** A line of a work: its id, the line, the value, and the days from the first up to, not including, the second. */
export type FacetRow = readonly [workId: number, line: FacetLine, value: string, from: string, until: string];

/** The lines of some works, those of one work behind another. */
export const readFacetRows = (connection: Connection, workIds: readonly number[]): readonly FacetRow[] =>
  connection.values<[number, FacetLine, string, string, string]>(
    sql`SELECT work_id, line, value, from_day, until_day FROM work_facets INDEXED BY work_facets_by_work
        WHERE work_id IN (SELECT value FROM json_each(${JSON.stringify(workIds)})) ORDER BY work_id`,
  );

/**
 * The lines of some works, those of one work behind another, in the order of their ids.
 * @param after the id that is below the first work
 * @param works how many ids to go through at most
 */
export function readFacetRowsAfter(
  connection: Connection,
  after: number,
  works: number,
): { readonly rows: readonly FacetRow[]; readonly last: number | null } {
  const last = connection.get<{ last: number | null }>(
    sql`SELECT max(id) AS last FROM (SELECT id FROM works WHERE id > ${after} ORDER BY id LIMIT ${works})`,
  ).last;
  if (last === null) return { rows: [], last };
  const rows = connection.values<[number, FacetLine, string, string, string]>(
    sql`SELECT work_id, line, value, from_day, until_day FROM work_facets INDEXED BY work_facets_by_work
        WHERE work_id > ${after} AND work_id <= ${last} ORDER BY work_id`,
  );
  return { rows, last };
}

/** The works that got an edition or an event after these ids, once for each. */
export const listWorksOfNew = (
  connection: Connection,
  after: { readonly lastEdition: number; readonly lastEvent: number },
): readonly number[] =>
  connection
    .all<{ id: number }>(
      sql`SELECT work_id AS id FROM editions WHERE id > ${after.lastEdition}
          UNION ALL SELECT work_id FROM events WHERE id > ${after.lastEvent}`,
    )
    .map(({ id }) => id);

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

/** How often the lines of works were made anew without an edition or event of theirs. */
export const countFacetsMade = (connection: Connection): number =>
  connection.all<{ made: number }>(sql`SELECT facets_made AS made FROM register_state`)[0]?.made ?? 0;

/** The rule by which the lines of all works were made; 0 before there were numbers for rules. */
export const readFacetsForm = (connection: Connection): number =>
  connection.all<{ form: number }>(sql`SELECT facets_form AS form FROM register_state`)[0]?.form ?? 0;

export async function noteFacetsForm(connection: Connection, form: number): Promise<void> {
  connection.run(sql`UPDATE register_state SET facets_form = ${form}`);
}

/** Says that works were put under new lines although nothing was published. */
export async function noteFacetsMade(connection: Connection): Promise<void> {
  connection.run(sql`UPDATE register_state SET revision = revision + 1, facets_made = facets_made + 1`);
}
