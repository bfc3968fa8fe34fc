import { auditSentence } from '../i18n/audit-sentences.ts';
import { oneLine } from './edition-export.ts';
import { writeCsv } from './write-csv.ts';

const columns = ['at', 'username', 'name', 'action', 'sentence', 'subject', 'details'] as const;

/** Rows of the audit trail as CSV; `at` is UTC, `details` is JSON. */
export const auditCsv = (
  rows: readonly {
    readonly at: string;
    readonly username: string | null;
    readonly displayName: string | null;
    readonly action: string;
    readonly subject: string;
    readonly homeName: string | null;
    readonly details: Readonly<Record<string, unknown>>;
  }[],
): string =>
  writeCsv(
    columns,
    rows.map(({ at, username, displayName, action, subject, homeName, details }) => ({
      at,
      username: username ?? '',
      name: oneLine(displayName ?? ''),
      action,
      sentence: oneLine(auditSentence(action, details, homeName)),
      subject,
      details: oneLine(JSON.stringify(details)),
    })),
  );
