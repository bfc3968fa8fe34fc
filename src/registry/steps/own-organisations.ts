import type { Connection } from '../../../db/connection.ts';
import type { OrganisationSuccession } from '../../domain/organisation-succession.ts';
import type { Actor } from '../../domain/permission.ts';
import { lineOf, listSuccessions } from './read-agreement.ts';

/** The organisations that somebody hands in for without being a registrar. */
export type OwnOrganisations = {
  /** Slugs of those in which one holds a role. */
  readonly present: readonly string[];
  /** The same, and those for which they carry on by now. */
  readonly all: readonly string[];
  readonly successions: readonly OrganisationSuccession[];
};

export async function ownOrganisations(connection: Connection, actor: Actor): Promise<OwnOrganisations> {
  const present = [...new Set(actor.memberships.flatMap(({ organisation }) => organisation ?? []))];
  const successions = await listSuccessions(connection);
  const forerunners = successions
    .map(({ predecessor }) => predecessor)
    .filter((slug) => lineOf(slug, successions).some((one) => present.includes(one)));
  return { present, all: [...new Set([...present, ...forerunners])], successions };
}
