import { addresses } from '../domain/addresses.ts';
import type { Source } from '../domain/edition.ts';
import type { ListedNetwork, NetworkMember } from '../domain/network.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import { networkRoleLabels } from '../i18n/labels.ts';
import type { FileHead } from './file-head.ts';
import { type ListedEdition, namedPlace } from './list-export.ts';

/** A network with its members and its works, as it was known at a moment. */
export type NetworkExport = FileHead & {
  readonly network: ListedNetwork;
  readonly members: readonly {
    readonly member: NetworkMember;
    readonly name: string;
    readonly kind: OrganisationKind | null;
    /** What the organisation covers. */
    readonly places: readonly PlaceChain[];
    readonly sources: readonly Source[];
  }[];
  readonly works: readonly ListedEdition[];
};

/** One member in one role as both formats tell it. */
export function memberRow({ member, ...told }: NetworkExport['members'][number], origin: string) {
  const { organisation: slug, role, since, until, functions, teaches, note } = member;
  const address = new URL(addresses.organisation(slug), origin).href;
  return {
    organisation: { slug, name: told.name, kind: told.kind, address },
    role,
    roleLabel: networkRoleLabels[role],
    since,
    until,
    functions,
    teaches,
    places: told.places.map(namedPlace),
    note,
    sources: told.sources.map(({ title, url }) => ({ title, url })),
  };
}
