import type { Register } from '../../db/connection.ts';
import { findOrganisations, listOrganisations, mapSuccessions } from '../../db/organisations.ts';
import { type Actor, isRegistrar, type Role } from '../domain/permission.ts';

export type ActorDescription = {
  /** The roles held, each with the name of the organisation; null for the registry itself. */
  readonly memberships: readonly { readonly role: Role; readonly organisationName: string | null }[];
  /**
   * Organisations for which the actor may open works. For a registrar that is every one; the registry
   * itself comes beside them, see `mayStewardByRegistry`.
   */
  readonly stewards: readonly { readonly slug: string; readonly name: string }[];
  readonly mayStewardByRegistry: boolean;
};

/** What the desk says of who is signed in. */
export async function describeActor(register: Register, actor: Actor): Promise<ActorDescription> {
  const { read } = register;
  const slugs = actor.memberships.flatMap((membership) => membership.organisation ?? []);
  const own = await findOrganisations(read, slugs);
  const nameOf = (slug: string) => own.get(slug)?.name ?? slug;
  const registrar = isRegistrar(actor);
  const successions = await mapSuccessions(read);
  const all = registrar ? await listOrganisations(read) : [...own.values()];
  const stewards = all.filter(({ slug }) => !successions.has(slug));
  return {
    memberships: actor.memberships.map(({ role, organisation }) => ({
      role,
      organisationName: organisation === null ? null : nameOf(organisation),
    })),
    stewards: stewards.map(({ slug, name }) => ({ slug, name })),
    mayStewardByRegistry: registrar,
  };
}
