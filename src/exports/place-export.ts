import type { IsoDate } from '../domain/iso-date.ts';
import type { PlaceChain } from '../domain/place.ts';
import type { FileHead } from './file-head.ts';
import type { ListedEdition } from './list-export.ts';

/**
 * How a work is tied to a place. Now: it is `here` or inside, may `possible` be, or is of a place `above`. On a day: it
 * `stood` here, or `above`, was `withdrawn` by then, or is `undated`, so that nobody knows whether it stood.
 */
export const placeTies = ['here', 'possible', 'above', 'stood', 'withdrawn', 'undated'] as const;
export type PlaceTie = (typeof placeTies)[number];

/** The works of a place, now or on a day, as the register knew them at a moment. */
export type PlaceExport = FileHead & {
  readonly chain: PlaceChain;
  /** The day of the standings. */
  readonly day: IsoDate;
  /** Works, also those past what one file holds. */
  readonly total: number;
  readonly works: readonly (ListedEdition & { readonly tie: PlaceTie })[];
};
