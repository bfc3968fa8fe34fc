import type { Relation } from '../edition.ts';
import type { PlaceChain } from '../place.ts';
import type { Provision } from '../provision.ts';
import type { WorkName } from '../work.ts';
import type { Since } from './first-holder.ts';
import type { Likeness } from './likeness.ts';

/** A provision by the edition in which it stands. */
export type HeldProvision = WorkName &
  Pick<Provision, 'eid' | 'label' | 'heading'> & {
    readonly title: string;
    readonly edition: number;
    readonly since: Since;
  };

/** A provision of another work that is like the one that was asked about. */
export type SimilarProvision = HeldProvision & {
  readonly isCurrent: boolean;
  readonly text: string;
  readonly likeness: Likeness;
  /** The places for which its edition is, each with those above it. */
  readonly places: readonly PlaceChain[];
  /** The earliest edition of its work with a provision like that. */
  readonly first: HeldProvision;
  /** What already says in the record that one of the two comes from the other; null when nothing does. */
  readonly stated: { readonly by: 'this' | 'other'; readonly kind: Relation['kind'] } | null;
};

/** The provisions of other works that have the words of one provision, or nearly its words. */
export type SimilarProvisions = {
  /** The words of the provision itself. */
  readonly text: string;
  /** One for each work, those with most of the words first; at most as many as `find-similar-provisions.ts` says. */
  readonly similar: readonly SimilarProvision[];
  /** In how many other works, also past those that are shown. */
  readonly total: number;
  /** Who had it first among all of them and the own work; null where the provision is too short to be compared. */
  readonly first: HeldProvision | null;
  readonly isFirst: boolean;
};

/** A clause of a draft that other works have already, or nearly. */
export type SimilarInDraft = {
  readonly clause: Pick<Provision, 'eid' | 'label' | 'heading' | 'text'>;
  /** The likest of another work, and where it is not the same, the one who had it first of all others. */
  readonly offered: readonly SimilarProvision[];
  /** True when the own work had it before all others, by its editions or by the adoption that the draft states. */
  readonly isFirst: boolean;
  /** In how many other works, as far as they were looked at. */
  readonly works: number;
};
