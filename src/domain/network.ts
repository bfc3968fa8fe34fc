import type { WrittenDate } from '../thai/written-date.ts';
import type { Source } from './edition.ts';
import type { Fact } from './fact.ts';
import type { Quantity } from './fact-value.ts';

/** A network of organisations, or the programme under which networks and works come about. */
export const networkKinds = ['network', 'programme'] as const;
export type NetworkKind = (typeof networkKinds)[number];

/** What an organisation does in a network; being its hub (ศูนย์จัดการเครือข่าย) is a dated role. */
export const networkRoles = [
  'hub',
  'member',
  'party',
  'national_agency',
  'funder',
  'academic_centre',
  'monitor',
  'facilitator',
  'secretariat',
  'supporter',
] as const;
export type NetworkRole = (typeof networkRoles)[number];

export type NetworkMember = {
  /** Slug of an organisation of the register. */
  readonly organisation: string;
  readonly role: NetworkRole;
  readonly since: Fact<WrittenDate>;
  readonly until: Fact<WrittenDate>;
  /** What it does for the network. */
  readonly functions: readonly string[];
  /** What others learn from it. */
  readonly teaches: readonly string[];
  readonly note: string | null;
  readonly sources: readonly string[];
};

/** A number that a source claims of the network, kept apart from the members that are named. */
export type NetworkClaim = {
  /** What is claimed, in words; claims about one subject stand side by side. */
  readonly subject: string;
  readonly value: number;
  readonly unit: string;
  readonly textAsWritten: string;
  /** Roles whose named members are counted beside it; empty when nothing here counts it. */
  readonly roles: readonly NetworkRole[];
  readonly note: string | null;
  readonly sources: readonly string[];
};

/** A ceremony or forum. Who signed, presided and witnessed stands in its `work`. */
export type NetworkEvent = {
  readonly title: string;
  readonly date: Fact<WrittenDate>;
  readonly venue: Fact<string>;
  readonly attendance: Fact<Quantity>;
  /** `type/slug` of the work that it brought about. */
  readonly work: string | null;
  readonly note: string | null;
  readonly sources: readonly string[];
};

export const groupKinds = ['working_group', 'steering', 'secretariat'] as const;

export type NetworkGroup = {
  readonly name: string;
  readonly kind: (typeof groupKinds)[number];
  /** Slug of the organisation that is or leads it. */
  readonly organisation: string | null;
  /** How long it is set up for, as the source says it. */
  readonly term: Fact<string>;
  readonly note: string | null;
  readonly sources: readonly string[];
};

/** A data system by what is known about it. Never what is in it: no household, no patient. */
export type DataSystem = {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What kind of data it is for. */
  readonly purpose: string | null;
  /** Slug of the organisation whose it is. */
  readonly owner: string | null;
  readonly uses: readonly { readonly organisation: string; readonly date: Fact<WrittenDate> }[];
  readonly note: string | null;
  readonly sources: readonly string[];
};

/** All that the register holds of a network or programme. */
export type Network = {
  readonly slug: string;
  readonly kind: NetworkKind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** Slug of the network that it is a part of. */
  readonly parent: string | null;
  /** Slug of the programme under which it works. */
  readonly programme: string | null;
  /** Slug of the organisation of the same name, when it acts as one. */
  readonly organisation: string | null;
  readonly aims: readonly string[];
  /** Official codes of the places that it is about, beside those that its members cover. */
  readonly places: readonly string[];
  readonly placeNote: string | null;
  readonly members: readonly NetworkMember[];
  /** What nobody has documented about its members. */
  readonly membersNote: string | null;
  readonly claims: readonly NetworkClaim[];
  /** `type/slug` of works that came out of it. */
  readonly works: readonly string[];
  readonly events: readonly NetworkEvent[];
  readonly groups: readonly NetworkGroup[];
  readonly dataSystems: readonly DataSystem[];
  /** Slugs of the lists of topics that it speaks of, reserved ones among them. */
  readonly schemes: readonly string[];
  readonly note: string | null;
  readonly sources: readonly Source[];
};

/** How many members in some roles have a name, beside the number of them that a source claims. */
export type NamedOfClaimed = {
  readonly roles: readonly NetworkRole[];
  readonly named: number;
  readonly value: number;
  readonly unit: string;
};

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

/** A claim beside the members that are named in its roles; null where nothing here counts it. */
export type CountedNetworkClaim = {
  readonly claim: NetworkClaim;
  readonly named: number | null;
  /** True when another claim about the same subject gives another number or counts other roles. */
  readonly isContested: boolean;
};

/** Sets every claim beside what the record names; contradicting claims all stay. */
export function countNetworkClaims({
  claims,
  members,
}: Pick<Network, 'claims' | 'members'>): readonly CountedNetworkClaim[] {
  const meaning = ({ value, roles }: NetworkClaim) => [value, ...roles.toSorted()].join(' ');
  return claims.map((claim) => ({
    claim,
    named:
      claim.roles.length === 0
        ? null
        : new Set(members.filter(({ role }) => claim.roles.includes(role)).map((one) => one.organisation))
            .size,
    isContested: claims.some((other) => other.subject === claim.subject && meaning(other) !== meaning(claim)),
  }));
}
