import { mapStanding } from '../../db/commitments.ts';
import type { Register } from '../../db/connection.ts';
import { listWorksOfNetwork } from '../../db/lists.ts';
import {
  findNetwork,
  listCommitmentsOfNetwork,
  listNetworksUnder,
  listPeopleOf,
  type NetworkName,
} from '../../db/networks.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { type CommitmentSummary, endOfDay } from '../domain/commitment-span.ts';
import type { Commitment, Mention } from '../domain/edition.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { type CountedNetworkClaim, countNetworkClaims, type Network } from '../domain/network.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { workNamed } from '../domain/work.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';

/** At most so many works are listed on the page of a network. */
export const networkWorksMaximum = 200;

export type NetworkPage = {
  readonly network: Network;
  /** The network that it is a part of, and the programme under which it works. */
  readonly parent: NetworkName | null;
  readonly programme: NetworkName | null;
  /** Networks that are a part of it, and those that work under it. */
  readonly under: readonly (NetworkName & { readonly isPart: boolean })[];
  readonly claims: readonly CountedNetworkClaim[];
  readonly works: readonly DescribedWork[];
  /** The counted targets of its works, by work. */
  readonly commitments: readonly {
    readonly work: DescribedWork;
    readonly commitments: readonly Commitment[];
    /** How they stand today, by their ids. */
    readonly progress: ReadonlyMap<string, CommitmentSummary>;
  }[];
  /** The people that the works of its events name, by `type/slug`. */
  readonly people: ReadonlyMap<string, readonly Mention[]>;
  readonly places: readonly PlaceChain[];
  /** Every organisation that the network names, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
};

/** A network or programme with all that the register tells of it. Refused: `network_not_found`. */
export async function openNetwork(
  register: Register,
  slug: string,
  now: Instant,
): Promise<Result<NetworkPage>> {
  const { read } = register;
  const network = await findNetwork(read, slug);
  if (network === null) return refused({ code: 'network_not_found', slug });
  const nameOf = async (of: string | null): Promise<NetworkName | null> =>
    of === null ? null : findNetwork(read, of);
  const listed = await listWorksOfNetwork(read, slug, networkWorksMaximum);
  const works = await describeWorks(register, listed, now);
  const promised = await listCommitmentsOfNetwork(read, slug);
  const standing = await mapStanding(read, [...promised.keys()], endOfDay(dayInThailand(now)));
  return accepted({
    network,
    parent: await nameOf(network.parent),
    programme: await nameOf(network.programme),
    under: await listNetworksUnder(read, slug),
    claims: countNetworkClaims(network),
    works,
    commitments: works.flatMap((work) => {
      const commitments = promised.get(work.workId);
      const progress = standing.get(work.workId) ?? new Map();
      return commitments === undefined ? [] : [{ work, commitments, progress }];
    }),
    people: await listPeopleOf(
      read,
      network.events.flatMap(({ work }) => workNamed(work) ?? []),
    ),
    places: [...(await findPlaceChains(read, network.places)).values()],
    organisations: await findOrganisations(read, organisationsIn(network)),
  });
}

const organisationsIn = (network: Network): readonly string[] => [
  ...(network.organisation === null ? [] : [network.organisation]),
  ...network.members.map(({ organisation }) => organisation),
  ...network.groups.flatMap(({ organisation }) => organisation ?? []),
  ...network.dataSystems.flatMap(({ owner, uses }) => [
    ...(owner === null ? [] : [owner]),
    ...uses.map(({ organisation }) => organisation),
  ]),
];
