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
  readonly source: string | null;
  readonly note: string | null;
};

/** The local administrative organisations (อปท.) among the kinds. */
export const localKinds: readonly OrganisationKind[] = [
  'sao',
  'subdistrict_municipality',
  'town_municipality',
  'city_municipality',
  'pao',
];
