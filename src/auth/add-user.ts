import { findUserForSignIn, insertUser } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { mapOrganisationIds } from '../../db/organisations.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Role } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { createPasswords } from './passwords.ts';
import { nameProblems, roleProblems } from './person-problems.ts';

export type NewUser = {
  /** `[a-z0-9][a-z0-9._-]{1,39}` in any case, or an e-mail address. */
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Slug of the organisation the role is held in; null for a registrar, and only then. */
  readonly organisation: string | null;
  readonly password: string;
  readonly now: Instant;
};

/**
 * Adds a person with one role, from the command line: the audit names no user.
 * Refused: `content_invalid` (fields `username`, `displayName`, `organisation`), `password_too_short`,
 * `password_too_long`, `username_taken`, `organisation_not_found`. A refusal changes nothing.
 */
export async function addUser(
  register: Register,
  user: NewUser,
): Promise<Result<{ readonly userId: number; readonly username: string }>> {
  const username = user.username.trim().toLowerCase();
  const displayName = user.displayName.trim();
  const problems = [...nameProblems(username, displayName), ...roleProblems(user.role, user.organisation)];
  if (problems.length > 0) return refused({ code: 'content_invalid', problems });
  const hashed = await createPasswords().hash(user.password);
  if (!hashed.ok) return hashed;

  return register.write(async (transaction) => {
    if (await findUserForSignIn(transaction, username)) return refused({ code: 'username_taken', username });
    const { role, organisation, now } = user;
    const organisationId =
      organisation === null ? null : (await mapOrganisationIds(transaction)).get(organisation);
    if (organisationId === undefined) {
      return refused({ code: 'organisation_not_found', slug: organisation ?? '' });
    }
    const userId = await insertUser(
      transaction,
      { username, displayName, passwordHash: hashed.value, membership: { role, organisationId } },
      now,
    );
    const details = { role, organisation };
    await writeAudit(transaction, { userId: null, action: 'user.added', subject: username, details }, now);
    return accepted({ userId, username });
  });
}
