import { and, eq, isNull, sql } from 'drizzle-orm';
import type { IsoDate } from '../src/domain/iso-date.ts';
import type { Organisation } from '../src/domain/organisation.ts';
import type { Connection } from './connection.ts';
import { asItWas, everything, type Known, wasThere } from './known.ts';
import {
  memberships,
  oneTimeLinks,
  organisationPlaces,
  organisationSuccessions,
  organisations,
  works,
} from './schema.ts';

/** An organisation as its record stood; null when there is none, or was none yet. */
export async function findOrganisation(
  connection: Connection,
  slug: string,
  known: Known = everything,
): Promise<Organisation | null> {
  const [row] = connection.values<[string]>(
    sql`SELECT ${asItWas('organisation', sql`o.id`, sql`o.record`, known)} FROM organisations AS o
        WHERE o.slug = ${slug} AND ${wasThere('organisation', sql`o.id`, known)}`,
  );
  return row ? (JSON.parse(row[0]) as Organisation) : null;
}

/** Ids by slug, of all organisations. */
export async function mapOrganisationIds(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const rows = connection
    .select({ id: organisations.id, slug: organisations.slug })
    .from(organisations)
    .all();
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** Every organisation, by slug. */
export async function listOrganisations(connection: Connection): Promise<readonly Organisation[]> {
  const rows = connection
    .select({ record: organisations.record })
    .from(organisations)
    .orderBy(organisations.slug)
    .all();
  return rows.map((row) => JSON.parse(row.record) as Organisation);
}

/** The organisations of those slugs, by slug. */
export async function findOrganisations(
  connection: Connection,
  slugs: readonly string[],
  known: Known = everything,
): Promise<ReadonlyMap<string, Organisation>> {
  if (slugs.length === 0) return new Map();
  const rows = connection.values<[string, string]>(
    sql`SELECT o.slug, ${asItWas('organisation', sql`o.id`, sql`o.record`, known)} FROM json_each(${JSON.stringify([...new Set(slugs)])}) AS asked
        CROSS JOIN organisations AS o ON o.slug = asked.value`,
  );
  return new Map(rows.map(([slug, record]) => [slug, JSON.parse(record) as Organisation]));
}

/** Those of some organisations that others run, or ran. */
export async function findGroups(
  connection: Connection,
  slugs: readonly string[],
): Promise<readonly Organisation[]> {
  const rows = connection.values<[string]>(
    sql`SELECT o.record FROM json_each(${JSON.stringify([...new Set(slugs)])}) AS asked
        CROSS JOIN organisations AS o ON o.slug = asked.value WHERE instr(o.record, '"hubs":') > 0`,
  );
  return rows.map(([record]) => JSON.parse(record) as Organisation);
}

/** The local governments and other bodies that cover a place. */
export async function listOrganisationsCovering(
  connection: Connection,
  placeCode: string,
): Promise<readonly Organisation[]> {
  const rows = connection
    .select({ record: organisations.record })
    .from(organisations)
    .innerJoin(organisationPlaces, eq(organisationPlaces.organisationId, organisations.id))
    .where(eq(organisationPlaces.placeCode, placeCode))
    .orderBy(organisations.name)
    .all();
  return rows.map((row) => JSON.parse(row.record) as Organisation);
}

/** Adds an organisation with the places it covers. @returns its id */
export async function insertOrganisation(
  connection: Connection,
  organisation: Organisation,
): Promise<number> {
  const { id } = connection
    .insert(organisations)
    .values({
      slug: organisation.slug,
      kind: organisation.kind,
      name: organisation.name,
      record: JSON.stringify(organisation),
    })
    .returning({ id: organisations.id })
    .get();
  insertCovers(connection, id, organisation);
  return id;
}

function insertCovers(connection: Connection, organisationId: number, { covers }: Organisation): void {
  for (const placeCode of new Set(covers)) {
    connection.insert(organisationPlaces).values({ organisationId, placeCode }).run();
  }
}

/** Puts the present record of an organisation in place of the one under its slug. */
export async function updateOrganisation(connection: Connection, organisation: Organisation): Promise<void> {
  const { slug, kind, name } = organisation;
  const row = connection
    .update(organisations)
    .set({ kind, name, record: JSON.stringify(organisation) })
    .where(eq(organisations.slug, slug))
    .returning({ id: organisations.id })
    .get();
  connection.delete(organisationPlaces).where(eq(organisationPlaces.organisationId, row.id)).run();
  insertCovers(connection, row.id, organisation);
}

/** Makes the successions that the record of an organisation tells findable from both ends. All slugs must exist. */
export async function storeSuccessions(connection: Connection, organisation: Organisation): Promise<void> {
  const idOf = (slug: string) =>
    connection.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug)).get()
      ?.id;
  const successorId = idOf(organisation.slug);
  for (const { organisation: predecessor, on } of organisation.succeeds ?? []) {
    const predecessorId = idOf(predecessor);
    if (successorId === undefined || predecessorId === undefined)
      throw new Error(`no organisation ${predecessor}`);
    connection
      .insert(organisationSuccessions)
      .values({ predecessorId, successorId, fromDay: on })
      .onConflictDoNothing()
      .run();
  }
}

/** One organisation that carries on for another. */
export type StoredSuccession = {
  readonly predecessor: string;
  readonly successor: string;
  readonly successorName: string;
  readonly on: IsoDate;
};

/** Which organisations carry on for which, by the slug of the one that came before. */
export async function mapSuccessions(
  connection: Connection,
  known: Known = everything,
): Promise<ReadonlyMap<string, StoredSuccession>> {
  const rows = connection.all<StoredSuccession>(
    sql`SELECT p.slug AS predecessor, s.slug AS successor, s.name AS successorName, x.from_day AS "on"
        FROM organisation_successions AS x
        JOIN organisations AS p ON p.id = x.predecessor_id JOIN organisations AS s ON s.id = x.successor_id
        WHERE ${wasThere('succession', sql`x.predecessor_id`, known)}`,
  );
  return new Map(rows.map((row) => [row.predecessor, row]));
}

/** Slugs of the organisations that ask for two people at a publication. */
export async function listFourEyes(connection: Connection): Promise<ReadonlySet<string>> {
  const rows = connection
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.fourEyes, true))
    .all();
  return new Set(rows.map(({ slug }) => slug));
}

export async function setFourEyes(connection: Connection, slug: string, isOn: boolean): Promise<void> {
  connection.update(organisations).set({ fourEyes: isOn }).where(eq(organisations.slug, slug)).run();
}

/** Hands the works of an organisation and the invitations into it to another. @returns how many works */
export async function moveWorks(connection: Connection, from: number, to: number): Promise<number> {
  connection
    .update(oneTimeLinks)
    .set({ organisationId: to })
    .where(and(eq(oneTimeLinks.organisationId, from), isNull(oneTimeLinks.usedAt)))
    .run();
  return connection.update(works).set({ stewardId: to }).where(eq(works.stewardId, from)).run().changes;
}

/** How many works an organisation looks after, and how many roles are held in it. */
export async function countHeld(
  connection: Connection,
  slug: string,
): Promise<{ readonly works: number; readonly roles: number }> {
  const one = (
    table: typeof works | typeof memberships,
    column: typeof works.stewardId | typeof memberships.organisationId,
  ) =>
    connection
      .select({ total: sql<number>`count(*)` })
      .from(table)
      .innerJoin(organisations, eq(organisations.id, column))
      .where(eq(organisations.slug, slug))
      .get()?.total ?? 0;
  return { works: one(works, works.stewardId), roles: one(memberships, memberships.organisationId) };
}
