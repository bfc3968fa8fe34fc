import { and, eq, like, sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { audit } from './schema.ts';

export type AuditEntry = {
  /** Null for the command line. */
  readonly userId: number | null;
  /** Such as `edition.published`. */
  readonly action: string;
  /** What it was done to, such as `charters/san-pa-muang-health`. */
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Writes who did what. Belongs in the transaction of the deed, so that neither exists without the other. */
export async function writeAudit(connection: Connection, entry: AuditEntry, at: string): Promise<void> {
  connection
    .insert(audit)
    .values({ ...entry, details: JSON.stringify(entry.details), at })
    .run();
}

/**
 * The highest version that any draft of a work ever had, 0 when there was none. The next draft begins
 * above it, so that a form opened on a draft that is gone fits no later one.
 * @param subject the work, such as `charters/san-pa-muang-health`
 */
export async function lastDraftVersion(connection: Connection, subject: string): Promise<number> {
  const row = connection
    .select({ version: sql<number | null>`max(json_extract(${audit.details}, '$.version'))` })
    .from(audit)
    .where(and(eq(audit.subject, subject), like(audit.action, 'draft.%')))
    .get();
  return row?.version ?? 0;
}
