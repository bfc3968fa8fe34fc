import { findUser } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertLink, revokeResets } from '../../db/one-time-links.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { MadeLink } from './invite-person.ts';
import { hashOfToken, linkExpiry, newToken } from './one-time-token.ts';

/**
 * Makes a link by which somebody sets a new password; earlier ones end. The old password goes on until then.
 * @param actor a registrar, or null for the command line
 * Refused: `not_permitted`, `person_not_found`.
 */
export async function offerReset(
  register: Register,
  actor: Actor | null,
  userId: number,
  now: Instant,
): Promise<Result<MadeLink>> {
  if (actor !== null && !isRegistrar(actor)) return refused({ code: 'not_permitted' });
  const token = newToken();
  const expiresAt = linkExpiry(now);
  return register.write(async (transaction) => {
    const user = await findUser(transaction, userId);
    if (!user) return refused({ code: 'person_not_found' });
    await revokeResets(transaction, userId, now);
    const made = {
      tokenHash: hashOfToken(token),
      createdBy: actor?.userId ?? null,
      createdAt: now,
      expiresAt,
    };
    const blank = { role: null, organisationId: null, note: '' };
    await insertLink(transaction, { kind: 'reset', userId, ...blank, ...made });
    const entry = {
      userId: actor?.userId ?? null,
      action: 'password.reset_offered',
      subject: user.username,
      details: {},
    };
    await writeAudit(transaction, entry, now);
    return accepted({ token, expiresAt });
  });
}
