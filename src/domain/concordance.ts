import type { EditionCard } from './edition-card.ts';
import type { IsoDate } from './iso-date.ts';
import type { PlaceChain } from './place.ts';
import type { Provision } from './provision.ts';
import type { Standing } from './timeline.ts';
import type { WorkName } from './work.ts';

/** At most so many places beside each other. */
export const mostPlaces = 20;
/** At most so many works of a place are shown on the page; files hold them all. */
export const mostWorks = 3;

/** How many clauses of a work the page shows, so that it stays light however many places stand beside each other. */
export function clausesShown(columns: number): number {
  if (columns <= 4) return 8;
  return columns <= 10 ? 5 : 3;
}

/** A clause that deals with a topic, with the words of the topic that stand in it. */
export type TopicClause = Pick<Provision, 'eid' | 'label' | 'heading' | 'text'> & {
  readonly words: readonly string[];
};

/** A work that stood in a place on a day, with its clauses of the topic. */
export type ConcordanceWork = WorkName & {
  readonly number: number;
  readonly card: EditionCard;
  readonly standing: Standing;
  /** Of a page the first ones, see `clausesShown`. */
  readonly clauses: readonly TopicClause[];
  /** How many of its clauses deal with the topic, also those that are not read. */
  readonly total: number;
};

/** The clauses of several places on one topic, place by place. */
export type Concordance = {
  /** The day on which the works stood. */
  readonly day: IsoDate;
  readonly columns: readonly {
    readonly place: PlaceChain;
    /** Of a page the first `mostWorks`. */
    readonly works: readonly ConcordanceWork[];
    /** How many works stood there, also those that are not read. */
    readonly total: number;
  }[];
  /** Places inside what was asked for that have works too, past the most that are shown. */
  readonly rest: readonly PlaceChain[];
  /** Places that were asked for and in which nothing stood on that day. */
  readonly empty: readonly PlaceChain[];
};
