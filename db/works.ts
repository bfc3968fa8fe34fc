import { and, eq, sql } from 'drizzle-orm';
import { isWorkType, type WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { organisations, works } from './schema.ts';

export type StoredWork = WorkName & {
  readonly id: number;
  /** Slug of the organisation that looks after it; null: the registry's registrars do. */
  readonly steward: string | null;
  readonly fourEyes: boolean | null;
};

const columns = {
  id: works.id,
  type: works.type,
  slug: works.slug,
  steward: organisations.slug,
  fourEyes: organisations.fourEyes,
};

/** The work of that name, published or not; null when there is none. */
export async function findWork(connection: Connection, name: WorkName): Promise<StoredWork | null> {
  const row = connection
    .select(columns)
    .from(works)
    .leftJoin(organisations, eq(organisations.id, works.stewardId))
    .where(and(eq(works.type, name.type), eq(works.slug, name.slug)))
    .get();
  return row ?? null;
}

/** Every work, by type and slug: the order of an export. */
export async function listWorkNames(connection: Connection): Promise<readonly StoredWork[]> {
  return connection
    .select(columns)
    .from(works)
    .leftJoin(organisations, eq(organisations.id, works.stewardId))
    .orderBy(works.type, works.slug)
    .all();
}

/** The ids of works in the order of their addresses: by type and slug, as bytes are ordered. */
export const orderByAddress = (connection: Connection, workIds: readonly number[]): readonly number[] =>
  connection
    .all<{ id: number }>(
      sql`SELECT w.id FROM json_each(${JSON.stringify(workIds)}) AS asked
          CROSS JOIN works AS w ON w.id = asked.value ORDER BY w.type, w.slug`,
    )
    .map(({ id }) => id);

/** @returns the id of the new work */
export async function insertWork(
  connection: Connection,
  name: WorkName,
  stewardId: number | null,
  at: string,
): Promise<number> {
  const row = connection
    .insert(works)
    .values({ ...name, stewardId, createdAt: at })
    .returning({ id: works.id })
    .get();
  return row.id;
}

/** The number of works that have at least one edition, by type. */
export async function countPublishedWorks(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const rows = connection.all<{ type: string; total: number }>(
    sql`SELECT type, count(*) AS total FROM edition_cards WHERE is_current = 1 AND provenance_rank < 2 GROUP BY type`,
  );
  return new Map(rows.filter((row) => isWorkType(row.type)).map((row) => [row.type, row.total]));
}
