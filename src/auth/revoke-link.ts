import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findOpenLinkById, revokeLink as storeRevoked } from '../../db/one-time-links.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';

/** Ends a one-time link that nobody has used. Refused: `not_permitted`, `link_over`. */
export async function revokeLink(
  register: Register,
  actor: Actor,
  linkId: number,
  now: Instant,
): Promise<Result<null>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  return register.write(async (transaction) => {
    const link = await findOpenLinkById(transaction, linkId);
    if (!link) return refused({ code: 'link_over' });
    await storeRevoked(transaction, linkId, now);
    const subject =
      link.username ?? (link.organisation === null ? 'registry' : `organisations/${link.organisation}`);
    const details = { kind: link.kind, role: link.role, organisation: link.organisation, note: link.note };
    await writeAudit(transaction, { userId: actor.userId, action: 'link.revoked', subject, details }, now);
    return accepted(null);
  });
}
