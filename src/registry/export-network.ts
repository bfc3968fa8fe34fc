import type { Register } from '../../db/connection.ts';
import { listWorksOfNetwork } from '../../db/lists.ts';
import { findNetwork } from '../../db/networks.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import type { Source } from '../domain/edition.ts';
import type { ListedNetwork, NetworkMember } from '../domain/network.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { describeInTurns, type ExportedWork } from './steps/describe-exported.ts';
import { listedNetwork } from './steps/listed-network.ts';
import { exportMaximum } from './steps/read-works.ts';

export type ExportedNetwork = {
  readonly network: ListedNetwork;
  readonly members: readonly {
    readonly member: NetworkMember;
    readonly name: string;
    readonly kind: Organisation['kind'] | null;
    readonly places: readonly PlaceChain[];
    readonly sources: readonly Source[];
  }[];
  readonly works: readonly ExportedWork[];
};

/**
 * A network with its members, as these were called, and its works, as of a moment. Refused: `network_not_found`,
 * `not_known_then`.
 */
export async function exportNetwork(
  { read }: Register,
  slug: string,
  asOf: KnownAsOf,
): Promise<Result<ExportedNetwork>> {
  const network = await findNetwork(read, slug, asOf);
  if (network === null) {
    const isLater = (await findNetwork(read, slug)) !== null;
    return refused(isLater ? { code: 'not_known_then' } : { code: 'network_not_found', slug });
  }
  const organisations = await findOrganisations(
    read,
    network.members.map(({ organisation }) => organisation),
    asOf,
  );
  const chains = await findPlaceChains(
    read,
    [...organisations.values()].flatMap(({ covers }) => covers),
  );
  const listed = await listWorksOfNetwork(read, slug, exportMaximum, asOf);
  return accepted({
    network: listedNetwork(network),
    members: network.members.map((member) => {
      const organisation = organisations.get(member.organisation);
      return {
        member,
        name: organisation?.name ?? member.organisation,
        kind: organisation?.kind ?? null,
        places: (organisation?.covers ?? []).flatMap((code) => [chains.get(code) ?? []]),
        sources: network.sources.filter(({ id }) => member.sources.includes(id)),
      };
    }),
    works: await describeInTurns(read, listed, asOf),
  });
}
