import type { Source } from '../../domain/edition.ts';
import { countNetworkClaims, type Network } from '../../domain/network.ts';

/** A network as the overview tells it. */
export type ListedNetwork = Pick<Network, 'slug' | 'kind' | 'name' | 'summary' | 'parent'> & {
  readonly hubs: number;
  /** Members in any role, each once. */
  readonly named: number;
  readonly works: number;
  /** Members named beside the number that a source claims; contradicting claims all stand. */
  readonly claims: readonly { readonly named: number; readonly value: number; readonly unit: string }[];
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
  claims: countNetworkClaims(network).flatMap(({ named, claim: { value, unit } }) =>
    named === null ? [] : [{ named, value, unit }],
  ),
  sources: network.sources,
});
