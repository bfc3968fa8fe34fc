import { type SQL, sql } from 'drizzle-orm';
import type { Party, PartyRole } from '../src/domain/edition.ts';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { ListFilter, ListOrder } from '../src/domain/list-filter.ts';
import type { WorkName, WorkType } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { countFitting, fewFitting, fitting, typesOf } from './facets.ts';
import { everything, type Known, wasCurrent } from './known.ts';

export type { ListFilter } from '../src/domain/list-filter.ts';

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

/** Documented records before model texts before test data; then the order that was asked for. */
const orders: Readonly<Record<ListOrder, SQL>> = {
  title: sql`ORDER BY c.provenance_rank, c.sort_key, c.work_id`,
  latest: sql`ORDER BY c.provenance_rank, c.adopted_on DESC, c.sort_key, c.work_id`,
};
const order = orders.title;

/** The current editions that fit, a page at a time. The cards are read only for the rows that are shown. */
export async function listWorks(
  connection: Connection,
  filter: ListFilter,
  page: { readonly limit: number; readonly offset: number; readonly order?: ListOrder },
): Promise<readonly ListedWork[]> {
  const by = orders[page.order ?? 'title'];
  const few = await fewFitting(connection, filter);
  const from =
    few === null
      ? sql`FROM edition_cards AS c WHERE c.type IN ${typesOf(filter)} AND ${fitting(filter, sql`c.work_id`)}`
      : sql`FROM json_each(${JSON.stringify(few)}) AS few CROSS JOIN edition_cards AS c ON c.work_id = few.value WHERE 1`;
  return connection
    .all<Row>(
      sql`SELECT c.type, w.slug, c.work_id, c.number, c.card
          FROM (SELECT c.edition_id ${from} AND c.is_current = 1 ${by} LIMIT ${page.limit} OFFSET ${page.offset}) AS chosen
          JOIN edition_cards AS c ON c.edition_id = chosen.edition_id JOIN works AS w ON w.id = c.work_id ${by}`,
    )
    .map(fromRow);
}

export const countWorks = (connection: Connection, filter: ListFilter): Promise<number> =>
  countFitting(connection, filter);

/** Works that state one of exactly these places, such as the district and province above a tambon. */
export async function listWorksNaming(
  connection: Connection,
  codes: readonly string[],
  limit: number,
  known: Known = everything,
): Promise<readonly (ListedWork & { readonly isCertain: boolean })[]> {
  if (codes.length === 0) return [];
  const list = sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  );
  const rows = connection.all<Row & { is_certain: number }>(
    sql`SELECT w.type, w.slug, c.work_id, c.number, c.card, max(p.is_certain) AS is_certain
        FROM edition_places AS p CROSS JOIN edition_cards AS c ON c.edition_id = p.edition_id
        JOIN works AS w ON w.id = c.work_id
        WHERE ${wasCurrent(sql`c`, known)} AND p.place_code IN (${list}) GROUP BY c.work_id ${order} LIMIT ${limit}`,
  );
  return rows.map((row) => ({ ...fromRow(row), isCertain: row.is_certain === 1 }));
}

/** Works to which an organisation is a party. */
export async function listWorksOfParty(
  connection: Connection,
  organisationSlugs: readonly string[],
  limit: number,
  known: Known = everything,
): Promise<readonly (ListedWork & { readonly role: PartyRole; readonly organisation: string })[]> {
  if (organisationSlugs.length === 0) return [];
  const list = sql.join(
    organisationSlugs.map((slug) => sql`${slug}`),
    sql`, `,
  );
  const rows = connection.all<Row & { role: PartyRole; organisation: string }>(
    sql`SELECT w.type, w.slug, c.work_id, c.number, c.card, x.role, o.slug AS organisation
        FROM organisations AS o JOIN edition_parties AS x ON x.organisation_id = o.id
        JOIN edition_cards AS c ON c.edition_id = x.edition_id JOIN works AS w ON w.id = c.work_id
        WHERE ${wasCurrent(sql`c`, known)} AND o.slug IN (${list}) ${order} LIMIT ${limit}`,
  );
  return rows.map((row) => ({ ...fromRow(row), role: row.role, organisation: row.organisation }));
}

/** The parties of the current editions of some works, by the id of the work. */
export async function mapParties(
  connection: Connection,
  workIds: readonly number[],
  known: Known = everything,
): Promise<ReadonlyMap<number, readonly Party[]>> {
  const rows = connection.all<{ workId: number; parties: string }>(
    sql`SELECT c.work_id AS workId, e.manifest -> '$.parties' AS parties
        FROM json_each(${JSON.stringify(workIds)}) AS asked
        CROSS JOIN edition_cards AS c ON c.work_id = asked.value AND ${wasCurrent(sql`c`, known)}
        CROSS JOIN editions AS e ON e.id = c.edition_id`,
  );
  return new Map(rows.map(({ workId, parties }) => [workId, JSON.parse(parties) as readonly Party[]]));
}

/** Works that came out of a network. */
export async function listWorksOfNetwork(
  connection: Connection,
  networkSlug: string,
  limit: number,
  known: Known = everything,
): Promise<readonly ListedWork[]> {
  return connection
    .all<Row>(
      sql`SELECT w.type, w.slug, c.work_id, c.number, c.card FROM networks AS n
          JOIN network_works AS x ON x.network_id = n.id JOIN works AS w ON w.id = x.work_id
          JOIN edition_cards AS c ON c.work_id = w.id AND ${wasCurrent(sql`c`, known)}
          WHERE n.slug = ${networkSlug} ${order} LIMIT ${limit}`,
    )
    .map(fromRow);
}

/** The works of some ids, in the order of lists; those without an edition are left out. */
export async function listWorksOfIds(
  connection: Connection,
  workIds: readonly number[],
  known: Known = everything,
): Promise<readonly ListedWork[]> {
  return connection
    .all<Row>(
      sql`SELECT w.type, w.slug, c.work_id, c.number, c.card FROM json_each(${JSON.stringify(workIds)}) AS asked
          CROSS JOIN edition_cards AS c ON c.work_id = asked.value AND ${wasCurrent(sql`c`, known)}
          CROSS JOIN works AS w ON w.id = c.work_id ${order}`,
    )
    .map(fromRow);
}

/**
 * Works of which any edition, current or not, certainly names a place, in the order of lists by the titles that they had
 * where they name it, so that a later title moves none of them.
 * @param where some places and all that lies inside them, or exactly these codes
 * @param upTo the last edition that counts, by its id
 */
export async function listWorksEverIn(
  connection: Connection,
  where: { readonly inside: readonly string[] } | { readonly codes: readonly string[] },
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly (WorkName & { readonly workId: number })[]> {
  const [codes, isThere] =
    'inside' in where
      ? [where.inside, sql`p.place_code >= asked.value AND p.place_code < asked.value || ':'`]
      : [where.codes, sql`p.place_code = asked.value`];
  return connection.all<WorkName & { workId: number }>(
    sql`SELECT w.id AS workId, w.type, w.slug FROM json_each(${JSON.stringify(codes)}) AS asked
        CROSS JOIN edition_places AS p ON ${isThere} AND p.is_certain = 1
        CROSS JOIN edition_cards AS c ON c.edition_id = p.edition_id AND c.edition_id <= ${upTo}
        CROSS JOIN works AS w ON w.id = c.work_id
        GROUP BY w.id ORDER BY min(c.provenance_rank), min(c.sort_key), w.id`,
  );
}
