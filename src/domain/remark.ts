import type { Instant } from './iso-date.ts';
import { type Actor, may, type StewardedWork } from './permission.ts';

/** What is done with a remark: answers, and what opens and closes it. */
export const remarkActKinds = ['answered', 'resolved', 'reopened'] as const;
export type RemarkActKind = (typeof remarkActKinds)[number];

export type RemarkAct = {
  readonly kind: RemarkActKind;
  readonly text: string | null;
  readonly userId: number;
  readonly userName: string;
  readonly at: Instant;
};

/** What a reader of a draft says of a provision of it, or of the whole. */
export type Remark = {
  readonly id: number;
  /** The version of the draft that was read. */
  readonly version: number;
  /** The provision it is about; null: the whole. */
  readonly eid: string | null;
  /** Words of the text that it is about, as they stood; null when none were copied. */
  readonly quote: string | null;
  readonly text: string;
  readonly userId: number;
  readonly userName: string;
  readonly at: Instant;
  readonly acts: readonly RemarkAct[];
};

/** The longest remark, quote or answer, in UTF-16 units. */
export const remarkMaximum = 2000;

/** Open until it is resolved, and again when it is opened again. */
export const isOpen = ({ acts }: Pick<Remark, 'acts'>): boolean =>
  acts.findLast(({ kind }) => kind !== 'answered')?.kind !== 'resolved';

/** Whoever made a remark, and whoever may publish the work, says that it is settled or open again; others answer. */
export const maySettle = (actor: Actor, work: StewardedWork, remark: Pick<Remark, 'userId'>): boolean =>
  remark.userId === actor.userId || may(actor, 'publish', work);
