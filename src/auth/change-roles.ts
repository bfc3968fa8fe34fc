import { countRegistrars, deleteMembership, findUser, insertMembership } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { mapOrganisationIds } from '../../db/organisations.ts';
import { deleteSessionsOfUser } from '../../db/sessions.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, isRegistrar, type Membership } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { roleProblems } from './person-problems.ts';

type RoleChange = { readonly kind: 'add' | 'remove'; readonly membership: Membership };

/**
 * Gives somebody a role or takes it away, at once; registrars only. The person's sessions end, so that the next page
 * shows what is true now; only the registrar's own go on.
 * Refused: `not_permitted`, `person_not_found`, `content_invalid` (`organisation`), `organisation_not_found`,
 * `role_held`, `nothing_changed` (there was no such role), `last_registrar`.
 */
export async function changeRoles(
  register: Register,
  actor: Actor,
  userId: number,
  { kind, membership }: RoleChange,
  now: Instant,
): Promise<Result<null>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  const { role, organisation } = membership;
  const problems = roleProblems(role, organisation);
  if (problems.length > 0) return refused({ code: 'content_invalid', problems });
  return register.write(async (transaction) => {
    const user = await findUser(transaction, userId);
    if (!user) return refused({ code: 'person_not_found' });
    const ids = await mapOrganisationIds(transaction);
    const organisationId = organisation === null ? null : ids.get(organisation);
    if (organisationId === undefined) {
      return refused({ code: 'organisation_not_found', slug: organisation ?? '' });
    }
    const held = { userId, role, organisationId };
    if (kind === 'remove' && role === 'registrar' && (await isLastRegistrar(transaction, user))) {
      return refused({ code: 'last_registrar' });
    }
    const isDone = await (kind === 'add' ? insertMembership : deleteMembership)(transaction, held);
    if (!isDone) return refused({ code: kind === 'add' ? 'role_held' : 'nothing_changed' });
    if (userId !== actor.userId) await deleteSessionsOfUser(transaction, userId);
    const action = kind === 'add' ? 'role.added' : 'role.removed';
    const details = { role, organisation };
    await writeAudit(transaction, { userId: actor.userId, action, subject: user.username, details }, now);
    return accepted(null);
  });
}

/** True for the only registrar whose account can be used. */
export async function isLastRegistrar(
  transaction: Connection,
  user: { readonly isDisabled: boolean; readonly memberships: readonly Membership[] },
): Promise<boolean> {
  const counts = !user.isDisabled && user.memberships.some(({ role }) => role === 'registrar');
  return counts && (await countRegistrars(transaction)) <= 1;
}
