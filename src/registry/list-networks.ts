import type { Register } from '../../db/connection.ts';
import { listNetworks as listAll } from '../../db/networks.ts';
import { countNetworkClaims, type Network } from '../domain/network.ts';

/** A network as the overview tells it. */
export type ListedNetwork = Pick<Network, 'slug' | 'kind' | 'name' | 'summary' | 'parent'> & {
  readonly hubs: number;
  /** Members in any role, each once. */
  readonly named: number;
  readonly works: number;
  /** Members named beside the number that a source claims; contradicting claims all stand. */
  readonly claims: readonly { readonly named: number; readonly value: number; readonly unit: string }[];
};

/** Every network, then every programme, in Thai order of names. */
export async function listNetworks({ read }: Register): Promise<readonly ListedNetwork[]> {
  return (await listAll(read)).map((network) => ({
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
  }));
}
