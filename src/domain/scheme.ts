/**
 * A controlled list of topics. `confirmed`: its members are documented; `name_only`: a source names
 * the list (and perhaps its size) but not its members, so it has none here.
 */
export type Scheme = {
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly status: 'confirmed' | 'name_only';
  readonly claimedSize: string | null;
  readonly source: string;
  readonly terms: readonly { readonly slug: string; readonly label: string; readonly note: string | null }[];
};
