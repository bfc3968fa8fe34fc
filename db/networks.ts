import { and, eq, sql } from 'drizzle-orm';
import type { Commitment, Mention } from '../src/domain/edition.ts';
import type { Network, NetworkKind } from '../src/domain/network.ts';
import type { WorkName } from '../src/domain/work.ts';
import { thaiSortKey } from '../src/thai/collation.ts';
import type { Connection } from './connection.ts';
import { everything, type Known, wasThere } from './known.ts';
import { networkMembers, networkPlaces, networks, networkWorks } from './schema.ts';

/** A network as links name it. */
export type NetworkName = { readonly slug: string; readonly kind: NetworkKind; readonly name: string };

const named = sql`n.slug, n.kind, n.record ->> 'name' AS name`;

/** The record of a network, which never changes; null when there is none, or was none yet. */
export async function findNetwork(
  connection: Connection,
  slug: string,
  known: Known = everything,
): Promise<Network | null> {
  const row = connection
    .select({ record: networks.record })
    .from(networks)
    .where(and(eq(networks.slug, slug), wasThere('network', sql`networks.id`, known)))
    .get();
  return row ? (JSON.parse(row.record) as Network) : null;
}

/** Every network and programme, networks first, each in Thai order of names. */
export async function listNetworks(
  connection: Connection,
  known: Known = everything,
): Promise<readonly Network[]> {
  const rows = connection
    .select({ record: networks.record })
    .from(networks)
    .where(wasThere('network', sql`networks.id`, known))
    .orderBy(networks.kind, networks.sortKey)
    .all();
  return rows.map((row) => JSON.parse(row.record) as Network);
}

/** The networks that name an organisation as a member, or as owner or user of a data system. */
export async function listNetworksNaming(
  connection: Connection,
  organisationSlug: string,
): Promise<readonly Network[]> {
  const rows = connection.all<{ record: string }>(
    sql`SELECT n.record FROM networks AS n WHERE n.id IN (
          SELECT m.network_id FROM organisations AS o JOIN network_members AS m ON m.organisation_id = o.id
          WHERE o.slug = ${organisationSlug})
        OR EXISTS (SELECT 1 FROM json_each(n.record, '$.dataSystems') AS d
          WHERE d.value ->> 'owner' = ${organisationSlug} OR EXISTS (
            SELECT 1 FROM json_each(d.value, '$.uses') AS u WHERE u.value ->> 'organisation' = ${organisationSlug}))
        ORDER BY n.kind, n.sort_key`,
  );
  return rows.map(({ record }) => JSON.parse(record) as Network);
}

/** Networks that a work came out of. */
export async function listNetworksOfWork(
  connection: Connection,
  { type, slug }: WorkName,
): Promise<readonly NetworkName[]> {
  return connection.all<NetworkName>(
    sql`SELECT ${named} FROM works AS w JOIN network_works AS x ON x.work_id = w.id
        JOIN networks AS n ON n.id = x.network_id
        WHERE w.type = ${type} AND w.slug = ${slug} ORDER BY n.kind, n.sort_key`,
  );
}

/**
 * Networks of a place: those about it, about a place above it, or with a member that covers it.
 * @param codes the place and those above it
 */
export async function listNetworksAt(
  connection: Connection,
  codes: readonly string[],
): Promise<readonly NetworkName[]> {
  const asked = JSON.stringify(codes);
  return connection.all<NetworkName>(
    sql`SELECT ${named} FROM networks AS n WHERE n.id IN (
          SELECT network_id FROM network_places WHERE place_code IN (SELECT value FROM json_each(${asked}))
          UNION SELECT m.network_id FROM organisation_places AS p
            JOIN network_members AS m ON m.organisation_id = p.organisation_id
            WHERE p.place_code = ${codes[0] ?? ''})
        ORDER BY n.kind, n.sort_key`,
  );
}

/** Networks that are a part of one, or that work under a programme. */
export async function listNetworksUnder(
  connection: Connection,
  slug: string,
): Promise<readonly (NetworkName & { readonly isPart: boolean })[]> {
  const rows = connection.all<NetworkName & { isPart: number }>(
    sql`SELECT ${named}, coalesce(n.record ->> 'parent' = ${slug}, 0) AS isPart FROM networks AS n
        WHERE n.record ->> 'parent' = ${slug} OR n.record ->> 'programme' = ${slug} ORDER BY n.kind, n.sort_key`,
  );
  return rows.map((row) => ({ ...row, isPart: row.isPart === 1 }));
}

/** The commitments of the current editions of a network's works, by the id of the work; works without any are left out. */
export async function listCommitmentsOfNetwork(
  connection: Connection,
  slug: string,
): Promise<ReadonlyMap<number, readonly Commitment[]>> {
  const rows = connection.all<{ workId: number; commitments: string }>(
    sql`SELECT x.work_id AS workId, e.manifest -> '$.commitments' AS commitments FROM networks AS n
        JOIN network_works AS x ON x.network_id = n.id
        JOIN edition_cards AS c ON c.work_id = x.work_id AND c.is_current = 1
        JOIN editions AS e ON e.id = c.edition_id
        WHERE n.slug = ${slug} AND json_array_length(e.manifest, '$.commitments') > 0`,
  );
  return new Map(
    rows.map(({ workId, commitments }) => [workId, JSON.parse(commitments) as readonly Commitment[]]),
  );
}

/** The people whom the current editions of some works name in office, by `type/slug`; works without any are left out. */
export async function listPeopleOf(
  connection: Connection,
  names: readonly WorkName[],
): Promise<ReadonlyMap<string, readonly Mention[]>> {
  if (names.length === 0) return new Map();
  const asked = JSON.stringify(names.map(({ type, slug }) => [type, slug]));
  const rows = connection.all<{ work: string; people: string }>(
    sql`SELECT w.type || '/' || w.slug AS work, e.manifest -> '$.people' AS people FROM json_each(${asked}) AS asked
        CROSS JOIN works AS w ON w.type = asked.value ->> 0 AND w.slug = asked.value ->> 1
        CROSS JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
        CROSS JOIN editions AS e ON e.id = c.edition_id`,
  );
  return new Map(rows.map(({ work, people }) => [work, JSON.parse(people) as readonly Mention[]]));
}

/**
 * Adds a network with the rows by which its members, works and places name it.
 * @param ids of organisations by slug, and of works by `type/slug`; at least those that the network names
 */
export async function insertNetwork(
  connection: Connection,
  network: Network,
  ids: {
    readonly organisations: ReadonlyMap<string, number>;
    readonly works: ReadonlyMap<string, number>;
  },
): Promise<void> {
  const { slug, kind, name } = network;
  const { id } = connection
    .insert(networks)
    .values({ slug, kind, sortKey: thaiSortKey(name), record: JSON.stringify(network) })
    .returning({ id: networks.id })
    .get();
  for (const [position, { organisation, role }] of network.members.entries()) {
    const organisationId = idIn(ids.organisations, organisation);
    connection.insert(networkMembers).values({ networkId: id, position, organisationId, role }).run();
  }
  for (const work of new Set(network.works)) {
    connection
      .insert(networkWorks)
      .values({ networkId: id, workId: idIn(ids.works, work) })
      .run();
  }
  for (const placeCode of new Set(network.places)) {
    connection.insert(networkPlaces).values({ networkId: id, placeCode }).run();
  }
}

function idIn(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the register has no ${name}`);
  return id;
}
