import { asc, eq, sql } from 'drizzle-orm';
import type { Provision } from '../src/domain/provision.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { everything, type Known, wasCurrent } from './known.ts';
import { editionProvisions } from './schema.ts';

/** The numbered parts of an edition in the order of its text. */
export async function listProvisions(
  connection: Connection,
  editionId: number,
): Promise<readonly Provision[]> {
  const rows = connection
    .select()
    .from(editionProvisions)
    .where(eq(editionProvisions.editionId, editionId))
    .orderBy(asc(editionProvisions.position))
    .all();
  return rows.map(({ editionId: _edition, ...row }) => fromRow(row));
}

type StoredProvision = typeof editionProvisions.$inferSelect;

const fromRow = ({ position, kind, ...row }: Omit<StoredProvision, 'editionId'>): Provision => ({
  ...row,
  kind: kind as Provision['kind'],
  order: position,
});

/** The numbered parts of several editions in the order of their texts, by the id of the work. */
export async function listProvisionsOf(
  connection: Connection,
  asked: readonly { readonly workId: number; readonly number: number }[],
): Promise<ReadonlyMap<number, readonly Provision[]>> {
  const pairs = JSON.stringify(asked.map(({ workId, number }) => [workId, number]));
  const rows = connection.all<Omit<Provision, 'order'> & { workId: number; position: number }>(
    sql`SELECT e.work_id AS workId, p.position, p.eid, p.kind, p.parent, p.number, p.label, p.heading, p.text
        FROM json_each(${pairs}) AS asked
        CROSS JOIN editions AS e ON e.work_id = asked.value ->> 0 AND e.number = asked.value ->> 1
        CROSS JOIN edition_provisions AS p ON p.edition_id = e.id ORDER BY e.work_id, p.position`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ workId }) => workId)].map(([workId, group]) => [
      workId,
      group.map(({ workId: _work, position, ...row }) => ({ ...row, order: position })),
    ]),
  );
}

/** The outlines of some editions, without texts, by the ids of the editions. */
export const mapOutlines = (
  connection: Connection,
  editionIds: readonly number[],
): ReadonlyMap<number, readonly Omit<Provision, 'text'>[]> => {
  const rows = connection.all<Omit<Provision, 'text'> & { readonly editionId: number }>(
    sql`SELECT p.edition_id AS editionId, p.position AS "order", p.eid, p.kind, p.parent, p.number, p.label, p.heading
        FROM json_each(${JSON.stringify(editionIds)}) AS asked
        CROSS JOIN edition_provisions AS p ON p.edition_id = asked.value ORDER BY p.edition_id, p.position`,
  );
  return Map.groupBy(rows, ({ editionId }) => editionId);
};

/** A provision as it is named elsewhere: ข้อ 7, with its heading. */
export type ProvisionName = Pick<Provision, 'eid' | 'label' | 'heading'>;

/** One numbered part of an edition; null when it has none of that eid. */
export async function findProvision(
  connection: Connection,
  editionId: number,
  eid: string,
): Promise<Provision | null> {
  const row = connection.get<Omit<StoredProvision, 'editionId'> | undefined>(
    sql`SELECT position, eid, kind, parent, number, label, heading, text FROM edition_provisions
        WHERE edition_id = ${editionId} AND eid = ${eid}`,
  );
  return row ? fromRow(row) : null;
}

/**
 * Names of provisions in the order asked; null where an edition has none of that eid.
 * @param asked of an edition by its number, or of the current one
 */
export async function nameProvisions(
  connection: Connection,
  asked: readonly (WorkName & { readonly edition: number | null; readonly eid: string | null })[],
  known: Known = everything,
): Promise<readonly (ProvisionName | null)[]> {
  const rows = connection.all<ProvisionName & { readonly position: number }>(
    sql`SELECT asked.key AS position, p.eid, p.label, p.heading
        FROM json_each(${JSON.stringify(asked.map(({ type, slug, edition, eid }) => [type, slug, edition, eid]))}) AS asked
        CROSS JOIN works AS w ON w.type = asked.value ->> 0 AND w.slug = asked.value ->> 1
        CROSS JOIN edition_cards AS c ON c.work_id = w.id
          AND CASE WHEN asked.value ->> 2 IS NULL THEN ${wasCurrent(sql`c`, known)} ELSE c.number = asked.value ->> 2 END
        CROSS JOIN edition_provisions AS p ON p.edition_id = c.edition_id AND p.eid = asked.value ->> 3`,
  );
  const names = new Map(rows.map(({ position, ...name }) => [position, name]));
  return asked.map((_, position) => names.get(position) ?? null);
}

/** What stands in some parts of editions, by the id of the work and the position of the part. */
export function mapPartsAt(
  connection: Connection,
  asked: readonly {
    readonly workId: number;
    readonly number: number;
    readonly positions: readonly number[];
  }[],
): ReadonlyMap<number, ReadonlyMap<number, Pick<Provision, 'eid' | 'label' | 'heading' | 'text'>>> {
  const places = asked.flatMap(({ workId, number, positions }) =>
    positions.map((position) => [workId, number, position]),
  );
  const rows = connection.all<
    Pick<Provision, 'eid' | 'label' | 'heading' | 'text'> & { workId: number; position: number }
  >(
    sql`SELECT e.work_id AS workId, p.position, p.eid, p.label, p.heading, p.text
        FROM json_each(${JSON.stringify(places)}) AS asked
        CROSS JOIN editions AS e ON e.work_id = asked.value ->> 0 AND e.number = asked.value ->> 1
        CROSS JOIN edition_provisions AS p ON p.edition_id = e.id AND p.position = asked.value ->> 2`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ workId }) => workId)].map(([workId, group]) => [
      workId,
      new Map(group.map(({ workId: _work, position, ...part }) => [position, part])),
    ]),
  );
}
