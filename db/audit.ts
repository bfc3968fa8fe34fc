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
