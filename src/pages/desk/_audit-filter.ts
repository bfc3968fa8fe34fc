import type { AuditFilter } from '../../../db/audit-list.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { auditActions } from '../../i18n/audit-sentences.ts';
import { dayOf } from './organisations/_answer-organisation.ts';

/** What a filter of the audit trail says as it was typed, and what it means. */
export type AskedAudit = {
  readonly typed: Readonly<Record<'person' | 'subject' | 'action' | 'fromDay' | 'untilDay', string>>;
  readonly filter: Omit<AuditFilter, 'organisations'>;
  /** Names of the fields whose dates cannot be read. */
  readonly unread: readonly string[];
};

/** Midnight in Thailand at the beginning of a day, or of the day after it, as an instant. */
function midnight(day: IsoDate, daysLater: number): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + daysLater * 86_400_000).toISOString();
}

/** Reads the filter of an address of the audit trail. */
export function askedAudit(query: URLSearchParams): AskedAudit {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 200);
  const typed = {
    person: text('person'),
    subject: text('subject'),
    action: text('action'),
    fromDay: text('fromDay'),
    untilDay: text('untilDay'),
  };
  const from = dayOf(typed.fromDay);
  const until = dayOf(typed.untilDay);
  return {
    typed,
    filter: {
      ...(typed.person !== '' && { person: typed.person }),
      ...(typed.subject !== '' && { subject: typed.subject }),
      ...(auditActions.includes(typed.action) && { action: typed.action }),
      ...(from !== null && { from: midnight(from, 0) }),
      ...(until !== null && { until: midnight(until, 1) }),
    },
    unread: [
      ...(typed.fromDay !== '' && from === null ? ['fromDay'] : []),
      ...(typed.untilDay !== '' && until === null ? ['untilDay'] : []),
    ],
  };
}
