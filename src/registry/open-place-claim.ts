import type { Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { claimableRoles } from '../domain/accession.ts';
import type { ClaimedCount } from '../domain/claimed-count.ts';
import type { PartyRole, Source } from '../domain/edition.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { ownOrganisations } from './steps/own-organisations.ts';
import { readAgreement } from './steps/read-agreement.ts';

/** What the form shows by which an organisation says that it is a party. */
export type PlaceClaimPage = {
  /** Slug and title of the agreement. */
  readonly agreement: string;
  readonly title: string;
  /** Numbers of parties that sources claim, beside what is named. */
  readonly claims: readonly ClaimedCount[];
  readonly sources: readonly Source[];
  readonly roles: readonly PartyRole[];
  /** Those that one may hand in for; of a registrar what was picked. */
  readonly organisations: readonly (Organisation & { readonly isParty: boolean })[];
  readonly isRegistrar: boolean;
};

/**
 * Opens the form by which an organisation takes a place among the parties that the sources leave without a name.
 * @param picked slug of the organisation that was chosen; it is offered to a registrar
 * Refused: `work_not_found` (model texts have no parties), `not_permitted` to somebody without a role.
 */
export async function openPlaceClaim(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  slug: string,
  picked: string,
  now: Instant,
): Promise<Result<PlaceClaimPage>> {
  const agreement = await readAgreement(read, slug, dayInThailand(now));
  if (!agreement || agreement.manifest.provenance === 'model') return refused({ code: 'work_not_found' });
  if (actor.memberships.length === 0) return refused({ code: 'not_permitted' });
  const { manifest, day, roster } = agreement;
  const { all } = await ownOrganisations(read, actor);
  const registrar = isRegistrar(actor);
  const found = await findOrganisations(read, registrar ? [...all, picked] : all);
  const table = roster.tableOn(day);
  return accepted({
    ...{ agreement: slug, title: manifest.title, claims: table.claims, sources: manifest.sources },
    roles: claimableRoles(table),
    organisations: [...found.values()].map((one) => ({ ...one, isParty: roster.isParty(one.slug, day) })),
    isRegistrar: registrar,
  });
}
