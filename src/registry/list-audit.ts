import { type AuditFilter, type AuditRow, countAudit, listAudit as listRows } from '../../db/audit-list.ts';
import type { Register } from '../../db/connection.ts';
import { type Actor, isRegistrar, maySeeAudit } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';

export type AuditPage = {
  readonly rows: readonly AuditRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

export const auditPageSize = 50;

/** The most rows that one file holds. */
export const auditFileMaximum = 50_000;

/**
 * The audit trail, newest first: all of it for a registrar, for a publisher what was done to the works, the roles and
 * the records of the own organisations. Refused: `not_permitted`.
 * @param page from 1; `all` for a file
 */
export async function listAudit(
  register: Register,
  actor: Actor,
  asked: Omit<AuditFilter, 'organisations'>,
  page: number | 'all',
): Promise<Result<AuditPage>> {
  if (!maySeeAudit(actor)) return refused({ code: 'not_permitted' });
  const own = actor.memberships.flatMap(({ role, organisation }) =>
    role === 'publisher' && organisation !== null ? [organisation] : [],
  );
  const filter: AuditFilter = { ...asked, organisations: isRegistrar(actor) ? null : own };
  const total = await countAudit(register.read, filter);
  const pages = Math.max(1, Math.ceil(total / auditPageSize));
  const shown = page === 'all' ? 1 : Math.min(Math.max(1, page), pages);
  const limit = page === 'all' ? auditFileMaximum : auditPageSize;
  const rows = await listRows(register.read, filter, { limit, offset: (shown - 1) * auditPageSize });
  return accepted({ rows, total, page: shown, pages });
}
