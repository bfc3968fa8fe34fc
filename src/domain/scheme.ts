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
  readonly terms: readonly SchemeTerm[];
};

export type SchemeTerm = {
  readonly slug: string;
  readonly label: string;
  readonly note: string | null;
  /** Words by which a clause is taken to deal with it; none where the label is the word. */
  readonly words?: readonly string[];
};

/** The words by which a clause is taken to deal with a topic, the same in every text. */
export const wordsOfTopic = ({
  label,
  words = [],
}: Pick<SchemeTerm, 'label' | 'words'>): readonly string[] => (words.length === 0 ? [label] : words);
