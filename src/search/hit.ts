import { exactTiers } from '../domain/found-place.ts';
import type { OpenFolder } from './index-folder.ts';
import type { Alternative } from './query.ts';

/** How a page was found, best first: the order in which results are shown. */
export const hitTiers = [...exactTiers, 'near'] as const;
export type HitTier = (typeof hitTiers)[number];

/** One edition that answers the query. */
export type Hit = {
  readonly folder: OpenFolder;
  readonly page: number;
  readonly tier: HitTier;
  /** Higher is better; comparable inside a tier. */
  readonly score: number;
  /**
   * What was found in a page, for marking and for saying why it matched. All hits of a folder have it in common: a
   * common word has hits by the ten thousand, and it is asked of the few that are shown.
   */
  readonly foundIn: (page: number) => readonly Alternative[];
};

/** A work that answers a query: its best edition first, then its other editions that answer too. */
export type HitGroup = readonly [Hit, ...Hit[]];
