import type { Register } from '../../db/connection.ts';
import { listWorksOfParty } from '../../db/lists.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import type { PartyRole } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';

export type OrganisationPage = {
  readonly organisation: Organisation;
  readonly parent: Organisation | null;
  readonly covers: readonly PlaceChain[];
  readonly works: readonly (DescribedWork & { readonly role: PartyRole })[];
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
  const works = await listWorksOfParty(read, [slug], 200);
  return accepted({
    organisation,
    parent: organisation.parent === null ? null : await findOrganisation(read, organisation.parent),
    covers: [...chains.values()],
    works: (await describeWorks(register, works, now)).map((work) => ({
      ...work,
      role: work.role as PartyRole,
    })),
  });
}
