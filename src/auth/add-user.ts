import { findUserForSignIn, insertUser } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { mapOrganisationIds } from '../../db/organisations.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Role } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { createPasswords } from './passwords.ts';

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

const plainName = /^[a-z0-9][a-z0-9._-]{1,39}$/;
const emailAddress =
  /^[a-z0-9._%+-]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

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
  const problems = problemsWith({ ...user, username, displayName });
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

function problemsWith(user: NewUser): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { username, displayName, role, organisation } = user;
  const isEmail = username.length <= 200 && emailAddress.test(username);
  if (!plainName.test(username) && !isEmail) {
    problems.push({
      field: 'username',
      reason: username === '' ? 'required' : 'wrong_kind',
      found: username.slice(0, 40),
    });
  }
  if (displayName === '') problems.push({ field: 'displayName', reason: 'required' });
  if (displayName.length > 200) problems.push({ field: 'displayName', reason: 'too_long' });
  if (role === 'registrar' && organisation !== null) {
    problems.push({ field: 'organisation', reason: 'wrong_kind', found: organisation });
  }
  if (role !== 'registrar' && organisation === null) {
    problems.push({ field: 'organisation', reason: 'required' });
  }
  return problems;
}
