import type { OpenFolder } from './index-folder.ts';
import type { Alternative } from './query.ts';

/** How a page was found, best first: the order in which results are shown. */
export const hitTiers = ['phrase-in-title', 'phrase', 'words', 'near'] as const;
export type HitTier = (typeof hitTiers)[number];

/** One edition that answers the query. */
export type Hit = {
  readonly folder: OpenFolder;
  readonly page: number;
  readonly tier: HitTier;
  /** Higher is better; comparable inside a tier. */
  readonly score: number;
  /** What was found in it, for marking and for saying why it matched. */
  readonly found: readonly Alternative[];
};

/** Names a work within one generation: all editions of a work are in one folder. */
export function workKey({ folder, page }: Hit): string {
  return `${folder.dir}/${folder.catalogue.works[page]}`;
}
