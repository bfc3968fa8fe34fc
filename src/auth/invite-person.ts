import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertLink } from '../../db/one-time-links.ts';
import { mapOrganisationIds } from '../../db/organisations.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, isRegistrar, type Role } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { hashOfToken, linkExpiry, newToken } from './one-time-token.ts';
import { roleProblems } from './person-problems.ts';

/** A link that was just made: its token is told this once and kept nowhere. */
export type MadeLink = { readonly token: string; readonly expiresAt: Instant };

export const noteMaximum = 200;

/**
 * Makes a link by which one person gets an account with one role; registrars only.
 * @param invitation.note for whom it is, in the registrar's words
 * Refused: `not_permitted`, `content_invalid` (`organisation`, `note`), `organisation_not_found`.
 */
export async function invitePerson(
  register: Register,
  actor: Actor,
  invitation: { readonly role: Role; readonly organisation: string | null; readonly note: string },
  now: Instant,
): Promise<Result<MadeLink>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  const { role, organisation, note } = invitation;
  const problems = roleProblems(role, organisation);
  if (problems.length > 0) return refused({ code: 'content_invalid', problems });
  if (note.length > noteMaximum) {
    return refused({ code: 'content_invalid', problems: [{ field: 'note', reason: 'too_long' }] });
  }
  const token = newToken();
  const expiresAt = linkExpiry(now);
  return register.write(async (transaction) => {
    const ids = await mapOrganisationIds(transaction);
    const organisationId = organisation === null ? null : ids.get(organisation);
    if (organisationId === undefined) {
      return refused({ code: 'organisation_not_found', slug: organisation ?? '' });
    }
    const made = { tokenHash: hashOfToken(token), createdBy: actor.userId, createdAt: now, expiresAt };
    await insertLink(transaction, { kind: 'invitation', userId: null, role, organisationId, note, ...made });
    const subject = organisation === null ? 'registry' : `organisations/${organisation}`;
    const entry = {
      userId: actor.userId,
      action: 'user.invited',
      subject,
      details: { role, organisation, note },
    };
    await writeAudit(transaction, entry, now);
    return accepted({ token, expiresAt });
  });
}
