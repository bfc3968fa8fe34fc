import { type SQL, sql } from 'drizzle-orm';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { WorkName, WorkType } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';

/** What a list is narrowed to; every part is optional. */
export type ListFilter = {
  readonly type?: WorkType;
  /** Code of a place: works standing in it or anywhere inside it. */
  readonly place?: string;
  /** Buddhist-era year of adoption. */
  readonly year?: number;
};

export type ListedWork = WorkName & {
  readonly workId: number;
  readonly number: number;
  readonly card: EditionCard;
};

type Row = {
  readonly type: WorkType;
  readonly slug: string;
  readonly work_id: number;
  readonly number: number;
  readonly card: string;
};

const fromRow = (row: Row): ListedWork => ({
  type: row.type,
  slug: row.slug,
  workId: row.work_id,
  number: row.number,
  card: JSON.parse(row.card) as EditionCard,
});

const selectCurrent = sql`SELECT w.type, w.slug, c.work_id, c.number, c.card
  FROM edition_cards AS c JOIN works AS w ON w.id = c.work_id`;

function conditions(filter: ListFilter): SQL {
  const parts: SQL[] = [sql`c.is_current = 1`];
  if (filter.type) parts.push(sql`c.type = ${filter.type}`);
  if (filter.year !== undefined) parts.push(sql`c.be_year = ${filter.year}`);
  if (filter.place !== undefined) {
    parts.push(sql`EXISTS (SELECT 1 FROM edition_places AS p WHERE p.edition_id = c.edition_id
      AND p.place_code >= ${filter.place} AND p.place_code < ${`${filter.place}:`})`);
  }
  return sql.join(parts, sql` AND `);
}

/** Documented records before model texts before test data, then by title in Thai order. */
const order = sql`ORDER BY c.provenance_rank, c.sort_key, c.work_id`;

/** The current editions that fit, a page at a time. */
export async function listWorks(
  connection: Connection,
  filter: ListFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedWork[]> {
  return connection
    .all<Row>(
      sql`${selectCurrent} WHERE ${conditions(filter)} ${order} LIMIT ${page.limit} OFFSET ${page.offset}`,
    )
    .map(fromRow);
}

export async function countWorks(connection: Connection, filter: ListFilter): Promise<number> {
  const rows = connection.all<{ total: number }>(
    sql`SELECT count(*) AS total FROM edition_cards AS c WHERE ${conditions(filter)}`,
  );
  return rows[0]?.total ?? 0;
}

/** How many fitting works each province has, by its code. */
export async function countByProvince(
  connection: Connection,
  filter: ListFilter,
): Promise<ReadonlyMap<string, number>> {
  const rows = connection.all<{ code: string; total: number }>(
    sql`SELECT substr(p.place_code, 1, 2) AS code, count(DISTINCT c.work_id) AS total
        FROM edition_cards AS c JOIN edition_places AS p ON p.edition_id = c.edition_id
        WHERE ${conditions(filter)} GROUP BY 1`,
  );
  return new Map(rows.map((row) => [row.code, row.total]));
}

/** How many fitting works each Buddhist-era year of adoption has, latest first. */
export async function countByYear(
  connection: Connection,
  filter: ListFilter,
): Promise<readonly { readonly year: number; readonly total: number }[]> {
  return connection.all<{ year: number; total: number }>(
    sql`SELECT c.be_year AS year, count(*) AS total FROM edition_cards AS c
        WHERE ${conditions(filter)} AND c.be_year IS NOT NULL GROUP BY 1 ORDER BY 1 DESC`,
  );
}

/** Works that state one of exactly these places, such as the district and province above a tambon. */
export async function listWorksNaming(
  connection: Connection,
  codes: readonly string[],
  limit: number,
): Promise<readonly (ListedWork & { readonly isCertain: boolean })[]> {
  if (codes.length === 0) return [];
  const list = sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  );
  const rows = connection.all<Row & { is_certain: number }>(
    sql`SELECT w.type, w.slug, c.work_id, c.number, c.card, max(p.is_certain) AS is_certain
        FROM edition_places AS p JOIN edition_cards AS c ON c.edition_id = p.edition_id
        JOIN works AS w ON w.id = c.work_id
        WHERE c.is_current = 1 AND p.place_code IN (${list}) GROUP BY c.work_id ${order} LIMIT ${limit}`,
  );
  return rows.map((row) => ({ ...fromRow(row), isCertain: row.is_certain === 1 }));
}

/** Works to which an organisation is a party. */
export async function listWorksOfParty(
  connection: Connection,
  organisationSlugs: readonly string[],
  limit: number,
): Promise<readonly (ListedWork & { readonly role: string; readonly organisation: string })[]> {
  if (organisationSlugs.length === 0) return [];
  const list = sql.join(
    organisationSlugs.map((slug) => sql`${slug}`),
    sql`, `,
  );
  const rows = connection.all<Row & { role: string; organisation: string }>(
    sql`SELECT w.type, w.slug, c.work_id, c.number, c.card, x.role, o.slug AS organisation
        FROM organisations AS o JOIN edition_parties AS x ON x.organisation_id = o.id
        JOIN edition_cards AS c ON c.edition_id = x.edition_id JOIN works AS w ON w.id = c.work_id
        WHERE c.is_current = 1 AND o.slug IN (${list}) ${order} LIMIT ${limit}`,
  );
  return rows.map((row) => ({ ...fromRow(row), role: row.role, organisation: row.organisation }));
}
