import { addresses } from '../domain/addresses.ts';
import type { ListedNetwork } from '../domain/network.ts';
import { networkKindLabels } from '../i18n/labels.ts';
import type { FileHead } from './file-head.ts';

/** Every network and programme, as it was known at a moment. */
export type NetworksExport = FileHead & { readonly networks: readonly ListedNetwork[] };

/** One network as both formats tell it. */
export const networkRow = (network: ListedNetwork, origin: string) => ({
  slug: network.slug,
  kind: network.kind,
  kindLabel: networkKindLabels[network.kind],
  name: network.name,
  address: new URL(addresses.network(network.slug), origin).href,
  summary: network.summary,
  parent: network.parent,
  hubs: network.hubs,
  named: network.named,
  works: network.works,
  claims: network.claims,
  sources: network.sources.map(({ title, url }) => ({ title, url })),
});
