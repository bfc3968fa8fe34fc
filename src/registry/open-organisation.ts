import type { Register } from '../../db/connection.ts';
import { listWorksOfParty } from '../../db/lists.ts';
import { listNetworksOf, type NetworkName } from '../../db/networks.ts';
import { findOrganisation, findOrganisations, mapSuccessions } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import type { PartyRole } from '../domain/edition.ts';
import type { Instant, IsoDate } from '../domain/iso-date.ts';
import type { NetworkRole } from '../domain/network.ts';
import type { HubTerm, Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';

export type OrganisationPage = {
  readonly organisation: Organisation;
  readonly parent: Organisation | null;
  readonly covers: readonly PlaceChain[];
  /** Networks and programmes that name it, with its roles there. */
  readonly networks: readonly (NetworkName & { readonly role: NetworkRole })[];
  /** Its own, then those in which a body it carries on for is a party, by the name of that body. */
  readonly works: readonly (DescribedWork & { readonly role: PartyRole; readonly as: string | null })[];
  /** Who carries on for it, and from which day; null while it is there itself. */
  readonly successor: { readonly slug: string; readonly name: string; readonly on: IsoDate } | null;
  /** The bodies it carries on for. */
  readonly predecessors: readonly { readonly slug: string; readonly name: string; readonly on: IsoDate }[];
  /** Who runs this network and ran it before, newest first. */
  readonly hubs: readonly (HubTerm & { readonly name: string })[];
};

/** An organisation and the works it is a party to. Refused: `organisation_not_found`. */
export async function openOrganisation(
  register: Register,
  slug: string,
  now: Instant,
): Promise<Result<OrganisationPage>> {
  const { read } = register;
  const organisation = await findOrganisation(read, slug);
  if (!organisation) return refused({ code: 'organisation_not_found', slug });
  const chains = await findPlaceChains(read, organisation.covers);
  const { succeeds = [], hubs = [] } = organisation;
  const named = await findOrganisations(
    read,
    [...succeeds, ...hubs].map((other) => other.organisation),
  );
  const nameOf = (other: string) => named.get(other)?.name ?? other;
  const worksOf = async (party: string, as: string | null) =>
    (await describeWorks(register, await listWorksOfParty(read, [party], 200), now)).map((work) => ({
      ...work,
      role: work.role as PartyRole,
      as,
    }));
  const own = await worksOf(slug, null);
  const before = await Promise.all(
    succeeds.map((one) => worksOf(one.organisation, nameOf(one.organisation))),
  );
  const next = (await mapSuccessions(read)).get(slug);
  return accepted({
    organisation,
    parent: organisation.parent === null ? null : await findOrganisation(read, organisation.parent),
    covers: [...chains.values()],
    networks: await listNetworksOf(read, slug),
    works: [...own, ...before.flat()],
    successor: next ? { slug: next.successor, name: next.successorName, on: next.on } : null,
    predecessors: succeeds.map(({ organisation: other, on }) => ({ slug: other, name: nameOf(other), on })),
    hubs: hubs.map((term) => ({ ...term, name: nameOf(term.organisation) })).toReversed(),
  });
}
