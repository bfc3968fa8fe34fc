import { findUser, setDisabledAt } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { revokeResets } from '../../db/one-time-links.ts';
import { deleteSessionsOfUser } from '../../db/sessions.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { isLastRegistrar } from './change-roles.ts';

/**
 * Closes an account, which ends its sessions and its reset links, or opens it again with the roles it had.
 * Refused: `not_permitted`, `person_not_found`, `own_account`, `last_registrar`, `nothing_changed`.
 */
export async function switchAccount(
  register: Register,
  actor: Actor,
  userId: number,
  isDisabled: boolean,
  now: Instant,
): Promise<Result<null>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  if (userId === actor.userId) return refused({ code: 'own_account' });
  return register.write(async (transaction) => {
    const user = await findUser(transaction, userId);
    if (!user) return refused({ code: 'person_not_found' });
    if (user.isDisabled === isDisabled) return refused({ code: 'nothing_changed' });
    if (isDisabled && (await isLastRegistrar(transaction, user))) return refused({ code: 'last_registrar' });
    await setDisabledAt(transaction, userId, isDisabled ? now : null);
    if (isDisabled) {
      await deleteSessionsOfUser(transaction, userId);
      await revokeResets(transaction, userId, now);
    }
    const action = isDisabled ? 'user.disabled' : 'user.enabled';
    await writeAudit(transaction, { userId: actor.userId, action, subject: user.username, details: {} }, now);
    return accepted(null);
  });
}
