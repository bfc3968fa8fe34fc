import type { Source } from '../../domain/edition.ts';
import { countNetworkClaims, type NamedOfClaimed, type Network } from '../../domain/network.ts';

/** A network as the overview tells it. */
export type ListedNetwork = Pick<Network, 'slug' | 'kind' | 'name' | 'summary' | 'parent'> & {
  readonly hubs: number;
  /** Members in any role, each once. */
  readonly named: number;
  readonly works: number;
  /** Members named beside the number that a source claims; contradicting claims all stand. */
  readonly claims: readonly NamedOfClaimed[];
  readonly sources: readonly Source[];
};

/** What the overview tells of a network. */
export const listedNetwork = (network: Network): ListedNetwork => ({
  slug: network.slug,
  kind: network.kind,
  name: network.name,
  summary: network.summary,
  parent: network.parent,
  hubs: network.members.filter(({ role }) => role === 'hub').length,
  named: new Set(network.members.map(({ organisation }) => organisation)).size,
  works: network.works.length,
  claims: countNetworkClaims(network).flatMap(({ named, claim: { roles, value, unit } }) =>
    named === null ? [] : [{ roles, named, value, unit }],
  ),
  sources: network.sources,
});
