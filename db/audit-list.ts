import { type SQL, sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';

/** One row of the audit trail as it is shown. */
export type AuditRow = {
  readonly id: number;
  /** An instant. */
  readonly at: string;
  /** Null: the command line, or the register itself. */
  readonly username: string | null;
  readonly displayName: string | null;
  readonly action: string;
  readonly subject: string;
  /** Title of the work or name of the organisation that the subject is now; null for anything else. */
  readonly subjectName: string | null;
  /** Name of the organisation that the details name; null when they name none. */
  readonly homeName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

export type AuditFilter = {
  /** User name of who did it, or of whom it was done to. */
  readonly person?: string;
  /** `type/slug`, or any other subject. */
  readonly subject?: string;
  readonly action?: string;
  /** Instants: from the first, before the second. */
  readonly from?: string;
  readonly until?: string;
  /** Null: everything. Else what was done to works and roles of these organisations, or to themselves. */
  readonly organisations: readonly string[] | null;
};

function conditionOf({ person, subject, action, from, until, organisations }: AuditFilter): SQL {
  const parts: SQL[] = [sql`1 = 1`];
  if (person)
    parts.push(sql`(u.username = ${person} COLLATE NOCASE OR a.subject = ${person} COLLATE NOCASE)`);
  if (subject) parts.push(sql`a.subject = ${subject}`);
  if (action) parts.push(sql`a.action = ${action}`);
  if (from) parts.push(sql`a.at >= ${from}`);
  if (until) parts.push(sql`a.at < ${until}`);
  if (organisations !== null) {
    const own = JSON.stringify(organisations);
    parts.push(sql`(
      a.subject IN (SELECT w.type || '/' || w.slug FROM works AS w JOIN organisations AS o ON o.id = w.steward_id
                    WHERE o.slug IN (SELECT value FROM json_each(${own})))
      OR a.subject IN (SELECT 'organisations/' || value FROM json_each(${own}))
      OR json_extract(a.details, '$.organisation') IN (SELECT value FROM json_each(${own}))
    )`);
  }
  return sql.join(parts, sql` AND `);
}

/** The rows that fit, newest first. @param page.limit how many at most, after `page.offset` */
export async function listAudit(
  connection: Connection,
  filter: AuditFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly AuditRow[]> {
  const rows = connection.all<Omit<AuditRow, 'details'> & { readonly details: string }>(
    sql`SELECT a.id, a.at, u.username, u.display_name AS displayName, a.action, a.subject, a.details,
          (SELECT o.name FROM organisations AS o WHERE o.slug = json_extract(a.details, '$.organisation')) AS homeName,
          CASE WHEN a.subject LIKE 'organisations/%'
            THEN (SELECT o.name FROM organisations AS o WHERE o.slug = substr(a.subject, 15))
            ELSE (SELECT coalesce(c.title, json_extract(d.content, '$.title')) FROM works AS w
                  LEFT JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
                  LEFT JOIN drafts AS d ON d.work_id = w.id
                  WHERE w.type = substr(a.subject, 1, instr(a.subject, '/') - 1)
                    AND w.slug = substr(a.subject, instr(a.subject, '/') + 1))
          END AS subjectName
        FROM audit AS a LEFT JOIN users AS u ON u.id = a.user_id
        WHERE ${conditionOf(filter)} ORDER BY a.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as AuditRow['details'] }));
}

export async function countAudit(connection: Connection, filter: AuditFilter): Promise<number> {
  return connection.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM audit AS a LEFT JOIN users AS u ON u.id = a.user_id WHERE ${conditionOf(filter)}`,
  ).total;
}
