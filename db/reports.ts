import { sql } from 'drizzle-orm';
import type { IsoDate } from '../src/domain/iso-date.ts';
import { lastDay } from '../src/domain/standing-spans.ts';
import type { Connection } from './connection.ts';
import type { TitledWork } from './relations.ts';

/**
 * The projects of which some report is not handed in and was due before a day, the longest due first.
 * @param organisations slugs of those that look after, own or monitor them; null: of anybody
 * @param before YYYY-MM-DD; reports due on it or later do not count
 */
export async function listProjectsOwingReports(
  connection: Connection,
  organisations: readonly string[] | null,
  before: IsoDate,
  limit: number,
): Promise<readonly (TitledWork & { readonly workId: number })[]> {
  const own = sql`(SELECT o.id FROM organisations AS o WHERE o.slug IN
    (SELECT value FROM json_each(${JSON.stringify(organisations)})))`;
  const theirs =
    organisations === null
      ? sql``
      : sql` AND (w.steward_id IN ${own} OR EXISTS (SELECT 1 FROM edition_parties AS p
          WHERE p.edition_id = c.edition_id AND p.role IN ('owner', 'monitor') AND p.organisation_id IN ${own}))`;
  return connection.all<TitledWork & { workId: number }>(
    sql`SELECT w.type, w.slug, c.title, c.number AS currentNumber, w.id AS workId FROM work_facets AS f
        CROSS JOIN works AS w ON w.id = f.work_id
        CROSS JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
        WHERE f.type = 'projects' AND f.line = 'reports' AND f.value = 'overdue'
          AND f.until_day = ${lastDay} AND f.from_day <= ${before}${theirs}
        ORDER BY f.from_day, c.sort_key, w.id LIMIT ${limit}`,
  );
}
