import { findUser, listUsers, type StoredUser } from '../../db/accounts.ts';
import type { Register } from '../../db/connection.ts';
import { listOpenLinks, type OneTimeLink } from '../../db/one-time-links.ts';
import { listOrganisations } from '../../db/organisations.ts';
import { findSecondFactor } from '../../db/second-factors.ts';
import { type Actor, isRegistrar, type Role } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';

export type ListedPerson = Omit<StoredUser, 'id' | 'memberships'> & {
  readonly userId: number;
  readonly hasSecondFactor: boolean;
  readonly roles: readonly {
    readonly role: Role;
    /** Slug and name; null for the registry itself. */
    readonly organisation: string | null;
    readonly organisationName: string | null;
  }[];
};

export type PeoplePage = {
  readonly people: readonly ListedPerson[];
  /** Open one-time links that have not expired, newest first. */
  readonly links: readonly OneTimeLink[];
  readonly organisations: readonly { readonly slug: string; readonly name: string }[];
};

/** Everybody with an account, and who is invited; registrars only. Refused: `not_permitted`. */
export async function listPeople(register: Register, actor: Actor, now: string): Promise<Result<PeoplePage>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  const organisations = await listOrganisations(register.read);
  const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
  const users = await listUsers(register.read);
  const links = await listOpenLinks(register.read);
  return accepted({
    people: await Promise.all(users.map((user) => toListed(register, user, names))),
    links: links.filter(({ expiresAt }) => expiresAt > now),
    organisations: organisations.map(({ slug, name }) => ({ slug, name })),
  });
}

/** One person and the organisations to choose from; registrars only. Refused: `not_permitted`, `person_not_found`. */
export async function openPerson(
  register: Register,
  actor: Actor,
  userId: number,
): Promise<Result<{ readonly person: ListedPerson; readonly organisations: PeoplePage['organisations'] }>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  const user = await findUser(register.read, userId);
  if (!user) return refused({ code: 'person_not_found' });
  const organisations = await listOrganisations(register.read);
  const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
  return accepted({
    person: await toListed(register, user, names),
    organisations: organisations.map(({ slug, name }) => ({ slug, name })),
  });
}

async function toListed(
  register: Register,
  { id, username, displayName, isDisabled, memberships }: StoredUser,
  names: ReadonlyMap<string, string>,
): Promise<ListedPerson> {
  return {
    userId: id,
    username,
    displayName,
    isDisabled,
    hasSecondFactor: (await findSecondFactor(register.read, id)) !== null,
    roles: memberships.map(({ role, organisation }) => ({
      role,
      organisation,
      organisationName: organisation === null ? null : (names.get(organisation) ?? organisation),
    })),
  };
}
