import { sql } from 'drizzle-orm';
import type { ChainPlan, PlanLink } from '../src/domain/plan-chain.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';

/** At most so many links of one step are read. */
const MOST = 200;

/** The links by which the current editions of these works (`type/slug`) say that they feed into others. */
export async function listLinksFrom(
  connection: Connection,
  keys: readonly string[],
): Promise<readonly PlanLink[]> {
  return connection.all<PlanLink>(
    sql`SELECT asked.value AS "from", r.target AS "to", r.target_eid AS eid, r.note
        FROM json_each(${JSON.stringify(keys)}) AS asked
        CROSS JOIN works AS w ON w.type = substr(asked.value, 1, instr(asked.value, '/') - 1)
          AND w.slug = substr(asked.value, instr(asked.value, '/') + 1)
        CROSS JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
        CROSS JOIN edition_relations AS r ON r.edition_id = c.edition_id AND r.kind = 'feeds_into'
        ORDER BY asked.key, r.position LIMIT ${MOST}`,
  );
}

/** The links by which current editions say that they feed into these works. */
export async function listLinksInto(
  connection: Connection,
  keys: readonly string[],
): Promise<readonly PlanLink[]> {
  return connection.all<PlanLink>(
    sql`SELECT w.type || '/' || w.slug AS "from", r.target AS "to", r.target_eid AS eid, r.note
        FROM json_each(${JSON.stringify(keys)}) AS asked
        CROSS JOIN edition_relations AS r INDEXED BY edition_relations_by_target
          ON r.target = asked.value AND r.kind = 'feeds_into'
        CROSS JOIN edition_cards AS c ON c.edition_id = r.edition_id AND c.is_current = 1
        CROSS JOIN works AS w ON w.id = c.work_id
        ORDER BY asked.key, c.provenance_rank, c.sort_key, c.work_id, r.position LIMIT ${MOST}`,
  );
}

/** What a chain shows of its plans. Works that were never published are left out. */
export async function listChainPlans(
  connection: Connection,
  names: readonly WorkName[],
): Promise<readonly ChainPlan[]> {
  return connection.all<ChainPlan>(
    sql`SELECT w.type, w.slug, c.title, c.number AS currentNumber, c.card ->> 'scope' AS scope
        FROM json_each(${JSON.stringify(names.map(({ type, slug }) => [type, slug]))}) AS asked
        CROSS JOIN works AS w ON w.type = asked.value ->> 0 AND w.slug = asked.value ->> 1
        CROSS JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1`,
  );
}
