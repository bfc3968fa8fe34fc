import { countNetworkClaims, type ListedNetwork, type Network } from '../../domain/network.ts';

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
