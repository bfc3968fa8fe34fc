import { eq, inArray } from 'drizzle-orm';
import type { Organisation } from '../src/domain/organisation.ts';
import type { Connection } from './connection.ts';
import { organisationPlaces, organisations } from './schema.ts';

export async function findOrganisation(connection: Connection, slug: string): Promise<Organisation | null> {
  const row = connection
    .select({ record: organisations.record })
    .from(organisations)
    .where(eq(organisations.slug, slug))
    .get();
  return row ? (JSON.parse(row.record) as Organisation) : null;
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
): Promise<ReadonlyMap<string, Organisation>> {
  if (slugs.length === 0) return new Map();
  const rows = connection
    .select({ slug: organisations.slug, record: organisations.record })
    .from(organisations)
    .where(inArray(organisations.slug, [...new Set(slugs)]))
    .all();
  return new Map(rows.map((row) => [row.slug, JSON.parse(row.record) as Organisation]));
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
  for (const placeCode of new Set(organisation.covers)) {
    connection.insert(organisationPlaces).values({ organisationId: id, placeCode }).run();
  }
  return id;
}
