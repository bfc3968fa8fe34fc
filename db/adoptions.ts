import { type SQL, sql } from 'drizzle-orm';
import type { TellingCase } from '../src/domain/case-adoptions.ts';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { Fact } from '../src/domain/fact.ts';
import type { FactValue } from '../src/domain/fact-value.ts';
import { keyOfWork, type WorkName, type WorkType } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { asItWas, everything, type Known, wasCurrent } from './known.ts';

/** A relation by which a work says that it took over another one, or a provision of it. */
export type TakenOver = {
  readonly kind: 'adopts' | 'derives_from';
  readonly note: string | null;
  /** `type/slug` of the other work, and the provision of it; null for its whole text. */
  readonly target: string;
  readonly eid: string | null;
  /** The work that says so, by its current edition. */
  readonly work: WorkName & {
    readonly workId: number;
    readonly title: string;
    readonly currentNumber: number;
    readonly places: readonly string[];
    readonly possiblePlaces: readonly string[];
  };
  /** Slugs of its owners and of who looks after it. */
  readonly organisations: readonly string[];
  /** The first edition that says so, and since when that one stands. */
  readonly first: { readonly number: number; readonly adopted: EditionCard['adopted'] };
};

type Row = Pick<TakenOver, 'kind' | 'note' | 'target' | 'eid'> & {
  readonly workId: number;
  readonly type: WorkType;
  readonly slug: string;
  readonly number: number;
  readonly card: string;
  readonly organisations: string;
  readonly firstNumber: number;
  readonly firstAdopted: string;
};

/** What the current editions of other works took over from these works, in the order of lists, and at most so much. */
export async function listTakenFrom(
  connection: Connection,
  origins: readonly WorkName[],
  limit: number,
  known: Known,
): Promise<readonly TakenOver[]> {
  const asked = JSON.stringify(origins.map(keyOfWork));
  return connection
    .all<Row>(
      select(
        sql`json_each(${asked}) AS asked
            CROSS JOIN edition_relations AS r INDEXED BY edition_relations_by_target ON r.target = asked.value
            CROSS JOIN edition_cards AS c ON c.edition_id = r.edition_id AND ${wasCurrent(sql`c`, known)}
            CROSS JOIN works AS w ON w.id = c.work_id`,
        limit,
        known,
      ),
    )
    .map(fromRow);
}

/** What the current editions of these works took over from others. */
export async function listTakenBy(
  connection: Connection,
  adopters: readonly WorkName[],
  limit: number,
): Promise<readonly TakenOver[]> {
  const asked = JSON.stringify(adopters.map(({ type, slug }) => [type, slug]));
  return connection
    .all<Row>(
      select(
        sql`json_each(${asked}) AS asked
            CROSS JOIN works AS w ON w.type = asked.value ->> 0 AND w.slug = asked.value ->> 1
            CROSS JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
            CROSS JOIN edition_relations AS r ON r.edition_id = c.edition_id`,
        limit,
        everything,
      ),
    )
    .map(fromRow);
}

/** What the current editions of cases tell of who took them over; other works tell nothing. */
export async function listTellingCases(
  connection: Connection,
  names: readonly WorkName[],
  known: Known = everything,
): Promise<readonly TellingCase[]> {
  const asked = JSON.stringify(names.flatMap(({ type, slug }) => (type === 'cases' ? [slug] : [])));
  const rows = connection.all<{ slug: string; number: number; adoptions: string; sources: string }>(
    sql`SELECT w.slug, c.number, e.manifest -> '$.facts.adoptions' AS adoptions, e.manifest -> '$.sources' AS sources
        FROM json_each(${asked}) AS asked CROSS JOIN works AS w ON w.type = 'cases' AND w.slug = asked.value
        CROSS JOIN edition_cards AS c ON c.work_id = w.id AND ${wasCurrent(sql`c`, known)}
        CROSS JOIN editions AS e ON e.id = c.edition_id WHERE e.manifest -> '$.facts.adoptions' IS NOT NULL`,
  );
  return rows.map(({ slug, number, adoptions, sources }) => ({
    type: 'cases',
    slug,
    edition: number,
    facts: { adoptions: JSON.parse(adoptions) as Fact<FactValue> },
    sources: JSON.parse(sources) as TellingCase['sources'],
  }));
}

/** The cases whose current editions tell that one of these works took them over. */
export async function listCasesNamingWorks(
  connection: Connection,
  works: readonly WorkName[],
): Promise<readonly WorkName[]> {
  const asked = JSON.stringify(works.map(keyOfWork));
  return casesIn(
    connection,
    sql`json_each(${asked}) AS asked
        CROSS JOIN edition_adoptions AS a INDEXED BY edition_adoptions_by_work ON a.work = asked.value`,
  );
}

/** The cases whose current editions tell that an organisation took them over. */
export async function listCasesNamingOrganisation(
  connection: Connection,
  slug: string,
): Promise<readonly WorkName[]> {
  return casesIn(
    connection,
    sql`(SELECT edition_id FROM edition_adoptions INDEXED BY edition_adoptions_by_organisation
         WHERE organisation = ${slug}) AS a`,
  );
}

const casesIn = (connection: Connection, adoptions: SQL): readonly WorkName[] =>
  connection.all<WorkName>(
    sql`SELECT DISTINCT w.type, w.slug FROM ${adoptions}
        CROSS JOIN edition_cards AS c ON c.edition_id = a.edition_id AND c.is_current = 1
        CROSS JOIN works AS w ON w.id = c.work_id ORDER BY c.sort_key, w.slug`,
  );

/**
 * The first edition that has a relation is looked for among the editions of its work, which are few; the plus signs keep
 * SQLite from looking among all who point at the target, who may be thousands.
 */
const select = (from: SQL, limit: number, known: Known): SQL =>
  sql`SELECT r.kind, r.note, r.target, r.target_eid AS eid, c.work_id AS workId, w.type, w.slug, c.number, c.card,
        (SELECT json_group_array(o.slug) FROM organisations AS o WHERE o.id = CAST(${asItWas('steward', sql`w.id`, sql`w.steward_id`, known)} AS INTEGER) OR o.id IN (
          SELECT p.organisation_id FROM edition_parties AS p WHERE p.edition_id = c.edition_id AND p.role = 'owner'
        )) AS organisations,
        f.number AS firstNumber, f.card -> '$.adopted' AS firstAdopted
      FROM ${from}
      CROSS JOIN edition_cards AS f ON f.edition_id = (
        SELECT e.edition_id FROM edition_cards AS e CROSS JOIN edition_relations AS s ON s.edition_id = e.edition_id
        WHERE e.work_id = c.work_id AND +s.kind = r.kind AND +s.target = r.target AND +s.target_eid IS r.target_eid
        ORDER BY e.number LIMIT 1)
      WHERE r.kind IN ('adopts', 'derives_from')
      ORDER BY c.provenance_rank, c.sort_key, c.work_id, r.position LIMIT ${limit}`;

function fromRow(row: Row): TakenOver {
  const { kind, note, target, eid, workId, type, slug, number: currentNumber } = row;
  const { title, places, possiblePlaces } = JSON.parse(row.card) as EditionCard;
  return {
    ...{ kind, note, target, eid },
    work: { workId, type, slug, title, currentNumber, places, possiblePlaces },
    organisations: JSON.parse(row.organisations) as readonly string[],
    first: {
      number: row.firstNumber,
      adopted: JSON.parse(row.firstAdopted) as EditionCard['adopted'],
    },
  };
}
