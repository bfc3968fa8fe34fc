import type { IsoDate } from './iso-date.ts';

/** อบต. sao, ทต./ทม./ทน. municipalities, อบจ. pao; the rest are agencies, foundations, institutes and groups. */
export const organisationKinds = [
  'sao',
  'subdistrict_municipality',
  'town_municipality',
  'city_municipality',
  'pao',
  'agency',
  'unit',
  'fund',
  'foundation',
  'institute',
  'centre',
  'group',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** A body for which another carries on from a day, such as an อบต. that was upgraded. */
export type Succession = {
  /** Slug of the body that came before. */
  readonly organisation: string;
  readonly on: IsoDate;
};

/** A term in which an organisation runs a network. */
export type HubTerm = {
  /** Slug of the organisation that runs it. */
  readonly organisation: string;
  /** Null: not stated. */
  readonly from: IsoDate | null;
  /** The day from which it no longer does; null while it does. */
  readonly until: IsoDate | null;
};

/** A body that can be a party. It covers places; it is not one. */
export type Organisation = {
  readonly slug: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string | null;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
  /** Code of the Department of Local Administration, eight characters, where known. */
  readonly dlaCode: string | null;
  /** Official codes of the places it covers. */
  readonly covers: readonly string[];
  /** Slug of the body it belongs to. */
  readonly parent: string | null;
  /** The bodies it carries on for; left out when there are none. */
  readonly succeeds?: readonly Succession[];
  /** Who runs this network, and ran it before; left out for what is no network. */
  readonly hubs?: readonly HubTerm[];
  readonly source: string | null;
  readonly note: string | null;
};

/** The local administrative organisations (อปท.) among the kinds; only they are upgraded, and to one of them. */
export const localKinds: readonly OrganisationKind[] = [
  'sao',
  'subdistrict_municipality',
  'town_municipality',
  'city_municipality',
  'pao',
];
