import type { PickedThing } from './shape.ts';

export type Labelled = { readonly value: string; readonly label: string };

/** What a search of a picker found. */
export type Found = { readonly text: string; readonly things: readonly Labelled[] };

/** What a form offers that is not in its description: things of the register and of the draft. */
export type FormChoices = {
  /** Names of organisations, places, works and topics: `nameOf('organisation', slug)`; the code itself when unknown. */
  readonly nameOf: (kind: PickedThing | 'place' | 'topic' | 'source', code: string) => string;
  readonly sources: readonly Labelled[];
  /** The vocabularies of topics. */
  readonly topics: readonly { readonly title: string; readonly terms: readonly Labelled[] }[];
  /** The provisions of the draft's own text. */
  readonly provisions: readonly Labelled[];
  /** Their texts, by eid. */
  readonly provisionTexts: ReadonlyMap<string, string>;
  /** The provisions of works that are picked, by `type/slug`. */
  readonly provisionsOf: ReadonlyMap<string, readonly Labelled[]>;
  /** What was found, by the control that searched. */
  readonly found: ReadonlyMap<string, Found>;
  /** Where a source is used, by its identifier. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
};
