import { sql } from 'drizzle-orm';
import { type Commitment, type PartyRole, provenances } from '../src/domain/edition.ts';
import type { Connection } from './connection.ts';

/** An agreement that readers may read, as lists of the desk name it. */
export type NamedAgreement = { readonly id: number; readonly slug: string; readonly title: string };

const list = (values: readonly (string | number)[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** The current editions of agreements; model texts promise nothing. */
const currentAgreements = sql`edition_cards AS c JOIN works AS w ON w.id = c.work_id
  WHERE c.type = 'agreements' AND c.is_current = 1 AND c.provenance_rank <> ${provenances.indexOf('model')}`;

/** Agreements whose current edition names one of these organisations in such a role, or that they acceded to. */
const agreementsOf = (organisationSlugs: readonly string[], roles: readonly PartyRole[]) => {
  // In this order: from the organisations, of which there are few, and not from all parties of all agreements.
  const own = sql`json_each(${JSON.stringify(organisationSlugs)}) AS asked
    CROSS JOIN organisations AS o ON o.slug = asked.value`;
  return sql`(
    SELECT x.work_id FROM ${own} CROSS JOIN edition_parties AS p ON p.organisation_id = o.id
      CROSS JOIN edition_cards AS x ON x.edition_id = p.edition_id AND x.is_current = 1
      WHERE p.role IN ${list(roles)}
    UNION SELECT s.work_id FROM ${own}
      CROSS JOIN submission_states AS s INDEXED BY submission_states_by_organisation ON s.organisation_id = o.id
      WHERE s.kind = 'accession' AND s.state = 'accepted')`;
};

/**
 * The agreements of which some organisations are or were parties in such a role, a page at a time, by title.
 * @returns also how many there are
 */
export async function listAgreementsOf(
  connection: Connection,
  organisationSlugs: readonly string[],
  roles: readonly PartyRole[],
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly agreements: readonly NamedAgreement[]; readonly total: number }> {
  const own = agreementsOf(organisationSlugs, roles);
  const agreements = connection.all<NamedAgreement>(
    sql`SELECT w.id, w.slug, c.title FROM ${currentAgreements} AND c.work_id IN ${own}
        ORDER BY c.sort_key, w.id LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  const [count] = connection.all<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${currentAgreements} AND c.work_id IN ${own}`,
  );
  return { agreements, total: count?.total ?? 0 };
}

/**
 * Agreements about some places, or out of the networks of some organisations, of which these are no party yet and of
 * which a source claims a number of parties.
 * @param codes of the places, and of those above them
 */
export async function listAgreementsAround(
  connection: Connection,
  codes: readonly string[],
  organisationSlugs: readonly string[],
  roles: readonly PartyRole[],
  limit: number,
): Promise<readonly NamedAgreement[]> {
  return connection.all<NamedAgreement>(
    sql`SELECT w.id, w.slug, c.title FROM ${currentAgreements}
        AND c.work_id NOT IN ${agreementsOf(organisationSlugs, roles)}
        AND c.work_id IN (
          SELECT x.work_id FROM edition_places AS p JOIN edition_cards AS x ON x.edition_id = p.edition_id
            WHERE p.place_code IN ${list(codes)}
          UNION SELECT n.work_id FROM organisations AS o JOIN network_members AS m ON m.organisation_id = o.id
            JOIN network_works AS n ON n.network_id = m.network_id WHERE o.slug IN ${list(organisationSlugs)})
        AND (SELECT json_array_length(e.manifest, '$.claims') FROM editions AS e WHERE e.id = c.edition_id) > 0
        ORDER BY c.sort_key, w.id LIMIT ${limit}`,
  );
}

/**
 * Agreements with counted commitments that some organisations look after, or all of the register, a page at a time, by
 * title.
 * @param stewardSlugs null for all
 * @returns also how many there are
 */
export async function listPromisingAgreements(
  connection: Connection,
  stewardSlugs: readonly string[] | null,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly agreements: readonly NamedAgreement[]; readonly total: number }> {
  const looked =
    stewardSlugs === null
      ? sql`1`
      : sql`w.steward_id IN (SELECT id FROM organisations WHERE slug IN ${list(stewardSlugs)})`;
  const promising = sql`${currentAgreements} AND ${looked}
    AND EXISTS (SELECT 1 FROM commitment_spans AS s WHERE s.work_id = w.id)`;
  const agreements = connection.all<NamedAgreement>(
    sql`SELECT w.id, w.slug, c.title FROM ${promising}
        ORDER BY c.sort_key, w.id LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  const [count] = connection.all<{ total: number }>(sql`SELECT count(*) AS total FROM ${promising}`);
  return { agreements, total: count?.total ?? 0 };
}

/** Organisations that the current editions of agreements name in such a role; of test data none. */
export async function listPromisingParties(
  connection: Connection,
  roles: readonly PartyRole[],
): Promise<readonly string[]> {
  const rows = connection.all<{ slug: string }>(
    sql`SELECT DISTINCT o.slug FROM edition_cards AS c JOIN edition_parties AS p ON p.edition_id = c.edition_id
        JOIN organisations AS o ON o.id = p.organisation_id
        WHERE c.type = 'agreements' AND c.is_current = 1 AND c.provenance_rank = ${provenances.indexOf('documented')}
          AND p.role IN ${list(roles)} ORDER BY o.slug`,
  );
  return rows.map(({ slug }) => slug);
}

/** Title and commitments of the current editions of some agreements, by the id of the work. */
export async function describeAgreements(
  connection: Connection,
  workIds: readonly number[],
): Promise<ReadonlyMap<number, { readonly title: string; readonly commitments: readonly Commitment[] }>> {
  const rows = connection.all<{ id: number; title: string; commitments: string }>(
    sql`SELECT c.work_id AS id, c.title, e.manifest -> '$.commitments' AS commitments
        FROM edition_cards AS c JOIN editions AS e ON e.id = c.edition_id
        WHERE c.is_current = 1 AND c.work_id IN ${list([...new Set(workIds)])}`,
  );
  return new Map(
    rows.map(({ id, title, commitments }) => [
      id,
      { title, commitments: JSON.parse(commitments) as readonly Commitment[] },
    ]),
  );
}

/**
 * The agreements in which something waits to be decided and that may be one of these organisations' to decide about:
 * they look after it, are or were a hub of it or of a network that it came out of, or run a group that is a party of it
 * or one of these networks.
 */
export async function listAgreementsToDecide(
  connection: Connection,
  organisationSlugs: readonly string[],
): Promise<readonly NamedAgreement[]> {
  return connection.all<NamedAgreement>(
    sql`WITH own AS MATERIALIZED (SELECT id, slug FROM organisations WHERE slug IN ${list(organisationSlugs)}),
          groups AS MATERIALIZED (SELECT DISTINCT g.id, g.slug FROM organisations AS g, json_each(g.record, '$.hubs') AS h
            WHERE g.kind = 'group' AND h.value ->> 'organisation' IN (SELECT slug FROM own)),
          open AS MATERIALIZED (SELECT DISTINCT work_id FROM submission_states WHERE state = 'submitted'),
          decided AS (
            SELECT id AS work_id FROM works WHERE steward_id IN (SELECT id FROM own)
            UNION SELECT c.work_id FROM edition_parties AS p JOIN edition_cards AS c ON c.edition_id = p.edition_id
              WHERE p.role = 'hub' AND p.organisation_id IN (SELECT id FROM own)
            UNION SELECT c.work_id FROM edition_parties AS p JOIN edition_cards AS c ON c.edition_id = p.edition_id
              WHERE p.organisation_id IN (SELECT id FROM groups)
            UNION SELECT s.work_id FROM submissions AS s
              WHERE s.kind = 'accession' AND s.organisation_id IN (SELECT id FROM own UNION SELECT id FROM groups)
            UNION SELECT x.work_id FROM network_members AS m JOIN network_works AS x ON x.network_id = m.network_id
              WHERE m.role = 'hub' AND m.organisation_id IN (SELECT id FROM own)
            UNION SELECT x.work_id FROM networks AS n JOIN network_works AS x ON x.network_id = n.id
              WHERE EXISTS (SELECT 1 FROM groups) AND n.record ->> 'organisation' IN (SELECT slug FROM groups))
        SELECT w.id, w.slug, c.title FROM works AS w
        JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
        WHERE w.id IN (SELECT work_id FROM open) AND w.id IN (SELECT work_id FROM decided) ORDER BY w.id`,
  );
}
